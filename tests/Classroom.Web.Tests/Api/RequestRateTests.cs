using Classroom.Web.Shared;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>One person can make many calls, and not so many that nobody else can.</summary>
public sealed class RequestRateTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_calls_without_end_is_told_when_to_go_on_and_others_are_not()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var noah = await scene.SignInAsync(scene.Noah);
        var calls = 0;
        HttpResponseMessage? refused = null;
        while (refused is null)
        {
            // Side by side, because one after the other they may be slow enough on a busy machine.
            var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => maria.Http.GetAsync("/api/classes/0/students", Ct)));
            calls += answers.Count(answer => (int)answer.StatusCode == 404);
            refused = answers.FirstOrDefault(answer => (int)answer.StatusCode == 429);
            Assert.True(calls < 20_000, "Nothing ends it.");
        }

        Assert.True(calls >= RequestRate.Burst);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        var problem = await ApiCalls.ReadAsync(refused);
        Assert.Equal("Too Many Requests", problem.GetProperty("title").GetString());
        Assert.Equal(200, (await noah.Http.CallAsync("GET", "/api/classes")).Status);
    }
}
