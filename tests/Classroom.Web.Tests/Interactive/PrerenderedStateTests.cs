using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Web.Features.Lab;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Runs;
using Classroom.Web.Shared;
using Classroom.Web.Tests.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PersistentStateAttribute = Microsoft.AspNetCore.Components.PersistentStateAttribute;

namespace Classroom.Web.Tests.Interactive;

/// <summary>What a page that is rendered in advance hands to its circuit.</summary>
public sealed class PrerenderedStateTests(ClassroomHost host) : HandsSchool(host)
{
    private const string StateStart = "Blazor-Server-Component-State:";

    private static readonly OwnRunRow Row = new(
        Guid.NewGuid(), "Mine", null, null, "Digits", "CNN", "Your first run", RunState.Diverged,
        1, 2, double.PositiveInfinity, double.NaN, null, DateTime.UtcNow);

    [Fact]
    public async Task A_list_that_the_page_has_shown_is_not_read_again_until_another_is_asked_for()
    {
        SignIn(await NewOwnerAsync());
        await PrerenderAsync<OwnRuns>(HasRows);

        var list = Render<OwnRuns>();

        list.WaitForState(() => HasRows(list));
        Assert.Equal(0, Database.TakeUses());
        list.Render(parameters => parameters.Add(runs => runs.Query, "?sort=name"));
        list.WaitForAssertion(() => Assert.Equal("ascending", list.FindAll("th[aria-sort]").Single().GetAttribute("aria-sort")));
        Assert.Equal(1, Database.TakeUses());
    }

    [Fact]
    public async Task Nothing_that_was_read_for_somebody_else_is_shown()
    {
        SignIn(await NewOwnerAsync());
        await PrerenderAsync<OwnRuns>(HasRows);
        SignIn(await NewStudentAsync());

        var list = Render<OwnRuns>();

        list.WaitForAssertion(() => Assert.Contains("No runs yet", list.Markup, StringComparison.Ordinal));
        Assert.InRange(Database.TakeUses(), 1, int.MaxValue);
    }

    [Fact]
    public async Task A_list_is_read_where_the_page_hands_over_nothing()
    {
        SignIn(await NewOwnerAsync());
        Database.TakeUses();

        var list = Render<OwnRuns>();

        list.WaitForState(() => HasRows(list));
        Assert.Equal(3, Database.TakeUses());
    }

    [Fact]
    public async Task A_list_that_was_handed_over_still_needs_somebody_who_is_signed_in()
    {
        SignIn(await NewOwnerAsync());
        await PrerenderAsync<OwnRuns>(HasRows);
        await EndSignInAsync();

        var list = Render<OwnRuns>();

        list.WaitForAssertion(() => Assert.Contains(SignedOutException.Text, list.Markup, StringComparison.Ordinal));
        Assert.Empty(list.FindAll("tbody tr"));
    }

    [Fact]
    public async Task The_bench_takes_over_the_data_sets_that_the_page_has_offered()
    {
        SignIn(await NewStudentAsync());
        await PrerenderAsync<LabBench>(bench => bench.FindAll("#dataset option").Count > 0);

        var bench = Render<LabBench>();

        bench.WaitForElement("#dataset option");
        Assert.Equal(0, Database.TakeUses());
    }

    [Fact]
    public async Task Whether_weights_are_kept_is_taken_over_for_that_run_only()
    {
        var owner = await NewStudentAsync();
        SignIn(owner);
        var kept = await TrainAsync(owner, ZerosAndOnes);
        await PrerenderAsync<RunDownloads>(part => part.Markup.Contains("model.py", StringComparison.Ordinal), Of(kept));
        var same = Render(Of(kept));
        Assert.Contains("model.py", same.Markup, StringComparison.Ordinal);
        Assert.Equal(0, Database.TakeUses());

        var another = Render(Of(Guid.NewGuid()));

        another.WaitForAssertion(() => Assert.Contains("is not kept", another.Markup, StringComparison.Ordinal));
        Assert.Equal(1, Database.TakeUses());

        static Action<ComponentParameterCollectionBuilder<RunDownloads>> Of(Guid run) =>
            parameters => parameters.Add(part => part.Id, run).Add(part => part.Ended, true);
    }

    [Fact]
    public async Task The_page_holds_it_so_that_nobody_can_read_or_change_it()
    {
        var scene = await SchoolScene.NewAsync(Host);
        await NewRunAsync(new(scene.Maria.Person.Id, Role.Student));
        using var student = await scene.SignInAsync(scene.Maria);
        var page = await student.OpenAsync("/lab");
        var comment = page.Html.Descendants<IComment>().Single(comment => comment.Data.StartsWith(StateStart, StringComparison.Ordinal));
        var state = Convert.FromBase64String(comment.Data[StateStart.Length..]);
        var protector = Host.Get<IDataProtectionProvider>().CreateProtector("Microsoft.AspNetCore.Components.Server.State");

        var parts = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(protector.Unprotect(state))!.Values;

        var list = Assert.Single(parts.Select(Read<OwnRunsOpening>).OfType<PrerenderedState<OwnRunsOpening>>());
        Assert.Equal((scene.Maria.Person.Id, 1), (list.ReaderId, list.Value.Page.Rows.Count));
        Assert.Contains(parts, part => Read<LabDataSets>(part)?.ReaderId == scene.Maria.Person.Id);
        Assert.DoesNotContain("ReaderId", Encoding.Latin1.GetString(state), StringComparison.Ordinal);
        state[^1] ^= 1;
        Assert.Throws<CryptographicException>(() => protector.Unprotect(state));
    }

    [Fact]
    public void What_is_handed_over_comes_back_as_it_was_also_the_loss_of_a_run_that_diverged()
    {
        var before = new PrerenderedState<OwnRunsOpening>(7, Opening([Row, Row]));

        var after = Read<OwnRunsOpening>(Write(before))!;

        Assert.Equal((7, 2), (after.ReaderId, after.Value.Page.Total));
        Assert.Equal([Row, Row], after.Value.Page.Rows);
        Assert.Equal(before.Value.Page.Query, after.Value.Page.Query);
    }

    [Fact]
    public void What_would_not_fit_into_the_message_that_opens_a_circuit_is_not_handed_over()
    {
        var usual = Write(new PrerenderedState<OwnRunsOpening>(7, Opening(RowsNamed(100))));
        var large = Write(new PrerenderedState<OwnRunsOpening>(7, Opening(RowsNamed(1_000))));

        Assert.InRange(usual.Length, 1, PrerenderedStateSerializer<OwnRunsOpening>.MostBytes);
        Assert.Empty(large);
        Assert.Null(Read<OwnRunsOpening>(large));

        static List<OwnRunRow> RowsNamed(int letters)
        {
            var random = new Random(1);
            return [.. Enumerable.Range(0, 20).Select(_ => Row with { Name = random.GetString("abcdefghijklmnopqrstuvwxyz", letters) })];
        }
    }

    [Fact]
    public void What_another_version_of_the_program_wrote_is_read_again()
    {
        Assert.Null(Read<OwnRunsOpening>(Write(new PrerenderedState<StoredWeights>(7, new(Guid.NewGuid(), true)))));
        Assert.Null(Read<OwnRunsOpening>([1, 2, 3, 4, 5, 6, 7]));
    }

    [Fact]
    public void Each_part_that_hands_something_over_says_for_whom_and_is_limited_in_size()
    {
        var handed = typeof(PrerenderedState<>).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.GetCustomAttribute<PersistentStateAttribute>() is not null).ToList();

        Assert.NotEmpty(handed);
        Assert.All(handed, property =>
        {
            Assert.Equal(typeof(PrerenderedState<>), property.PropertyType.GetGenericTypeDefinition());
            Assert.NotNull(Host.Services.GetService(typeof(PersistentComponentStateSerializer<>).MakeGenericType(property.PropertyType)));
            // A circuit that was paused and goes on reads anew: what it showed may be hours old.
            var attribute = property.GetCustomAttribute<PersistentStateAttribute>()!;
            Assert.Equal((RestoreBehavior.SkipLastSnapshot, false), (attribute.RestoreBehavior, attribute.AllowUpdates));
        });
    }

    private static bool HasRows(IRenderedComponent<OwnRuns> list) => list.FindAll("tbody tr").Count == 1;

    private static OwnRunsOpening Opening(IReadOnlyList<OwnRunRow> rows) =>
        new(new Dictionary<string, string> { ["digits"] = "Digits" }, ["digits"], new(new RunQuery { Text = "a" }, rows, rows.Count));

    private static byte[] Write<T>(PrerenderedState<T> state)
        where T : class
    {
        var written = new ArrayBufferWriter<byte>();
        new PrerenderedStateSerializer<T>().Persist(state, written);
        return written.WrittenSpan.ToArray();
    }

    private static PrerenderedState<T>? Read<T>(byte[] state)
        where T : class => new PrerenderedStateSerializer<T>().Restore(new(state));

    private async Task<Actor> NewOwnerAsync()
    {
        var owner = await NewStudentAsync();
        await NewRunAsync(owner);
        return owner;
    }

    private Task<Guid> NewRunAsync(Actor owner) => StartAsync(owner, ZerosAndOnes);
}
