using System.Reflection;
using System.Text.Json.Nodes;

namespace Classroom.Web.Tests.Charts;

/// <summary>
/// No curve of a "read the chart" question is drawn by hand: each recording is trained again from its own configs, and the curve must
/// be the one in the file. With CLASSROOM_RECORD_CHARTS in the environment the files whose path holds its value ("overfitting/charts",
/// or ".json" for all) are written anew instead, which is how an author makes one from configs alone.
/// </summary>
public sealed class ChartRecordingTests
{
    private const double Relative = 1e-3;
    private const double Absolute = 1e-3;

    private static readonly string? Wanted = Environment.GetEnvironmentVariable("CLASSROOM_RECORD_CHARTS");

    private static string Terms { get; } = Path.Combine(
        typeof(ChartRecordingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Source").Value!,
        "Classroom.Curriculum", "content", "terms");

    public static TheoryData<string> Files =>
    [
        .. Directory.GetDirectories(Terms, "charts", SearchOption.AllDirectories).SelectMany(folder => Directory.GetFiles(folder, "*.json"))
            .Select(file => Path.GetRelativePath(Terms, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_training_engine_records_the_same_curves_again(string file)
    {
        var path = Path.Combine(Terms, file);
        if (Wanted is not null && !file.Contains(Wanted, StringComparison.Ordinal))
        {
            return;
        }

        var kept = JsonNode.Parse(File.ReadAllText(path))!.AsObject();

        var again = ChartRecorder.Record(kept);

        if (Wanted is not null)
        {
            File.WriteAllText(path, ChartRecorder.Write(again));
            return;
        }

        AssertSame(kept, again, file);
    }

    private static void AssertSame(JsonNode? kept, JsonNode? again, string where)
    {
        switch (kept, again)
        {
            case (JsonObject one, JsonObject other):
                Assert.Equal(one.Select(property => property.Key), other.Select(property => property.Key));
                foreach (var (key, value) in one)
                {
                    AssertSame(value, other[key], $"{where}/{key}");
                }

                break;
            case (JsonArray one, JsonArray other):
                Assert.Equal(one.Count, other.Count);
                foreach (var (index, value) in one.Index())
                {
                    AssertSame(value, other[index], $"{where}/{index + 1}");
                }

                break;
            default:
                if (kept!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
                {
                    var (one, other) = (double.Parse(kept.ToJsonString()), double.Parse(again!.ToJsonString()));
                    Assert.True(Math.Abs(one - other) <= Absolute + Relative * Math.Abs(one), $"{where} was {one} and is now {other}.");
                }
                else
                {
                    Assert.Equal(kept.ToJsonString(), again!.ToJsonString());
                }

                break;
        }
    }
}
