using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Classroom.EndToEnd;

/// <summary>Curves and events for scripts, with the cookie of a signed-in browser.</summary>
public sealed class Events(School school)
{
    [Fact]
    public async Task Events_come_while_the_run_trains_and_end_with_it()
    {
        await using var visitor = await school.VisitAsync("student15");
        using var script = await Script.OfAsync(visitor, school.Server);
        var run = await script.StartRunAsync(Configs.Long());
        var points = 0;
        var kinds = new List<string>();
        var last = default(SseItem<JsonElement>);
        await foreach (var item in script.EventsAsync(run))
        {
            last = item;
            kinds.Add(item.EventType);
            // A run of minutes that is stopped only now: whatever came so far came while it trained.
            if (item.EventType == "point" && ++points == 10)
            {
                await script.StopAsync(run);
            }
        }

        Assert.True(points >= 10);
        Assert.Equal(["frame", "point", "state"], kinds.Distinct().Order());
        Assert.Equal("state", last.EventType);
        Assert.Equal("Stopped", State(last));
    }

    [Fact]
    public async Task Going_on_from_an_event_or_a_point_gives_exactly_the_rest()
    {
        await using var visitor = await school.VisitAsync("student16");
        using var script = await Script.OfAsync(visitor, school.Server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 1));
        var all = new List<SseItem<JsonElement>>();
        await foreach (var item in script.EventsAsync(run))
        {
            all.Add(item);
        }

        var points = Of(all, "point");
        var frames = Of(all, "frame");
        Assert.Equal(126, points.Count);
        Assert.Equal(Enumerable.Range(0, 126), points.Select(point => point.GetProperty("sequence").GetInt32()));
        Assert.Equal(
            [0, 1],
            frames.Where(frame => frame.GetProperty("kind").GetString() == "predictions")
                .Select(frame => frame.GetProperty("epoch").GetInt32()));
        Assert.Equal("Completed", State(all[^1]));

        var middle = all.Where(item => item.EventType == "point").ElementAt(60);
        var rest = new List<SseItem<JsonElement>>();
        await foreach (var item in script.EventsAsync(run, middle.EventId))
        {
            rest.Add(item);
        }

        var framesBefore = all.TakeWhile(item => item.EventId != middle.EventId).Count(item => item.EventType == "frame");
        Assert.Equal(points.Skip(61).Select(Text), Of(rest, "point").Select(Text));
        Assert.Equal(frames.Skip(framesBefore).Select(Text), Of(rest, "frame").Select(Text));
        Assert.Equal("Completed", State(rest[^1]));

        var curve = await script.CurveAsync(run);
        Assert.Equal(points.Select(point => point.Deserialize<CurvePoint>(JsonSerializerOptions.Web)), curve);
        Assert.Equal(curve.Skip(61), await script.CurveAsync(run, after: 60));
        Assert.Empty(await script.CurveAsync(run, after: curve[^1].Sequence));
        Assert.Equal(126, curve[^1].Sequence + 1);
    }

    private static List<JsonElement> Of(IEnumerable<SseItem<JsonElement>> items, string kind) =>
        [.. items.Where(item => item.EventType == kind).Select(item => item.Data)];

    private static string Text(JsonElement element) => element.GetRawText();

    private static string? State(SseItem<JsonElement> item) => item.Data.GetProperty("state").GetString();
}
