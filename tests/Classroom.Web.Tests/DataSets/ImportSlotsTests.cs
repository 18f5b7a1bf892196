using System.Text;
using Classroom.School;
using Classroom.Training.Tests;
using Classroom.Web.Features.DataSets;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.DataSets;

public sealed class ImportSlotsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_imports_run_at_once_and_the_others_wait_in_their_order()
    {
        using var slots = new ImportSlots();
        var first = await slots.EnterAsync(Ct);
        var second = await slots.EnterAsync(Ct);
        var third = slots.EnterAsync(Ct);
        var fourth = slots.EnterAsync(Ct);
        Assert.True(slots.AreTaken);
        Assert.Equal(2, slots.Waiting);

        second!.Dispose();
        second.Dispose();
        Assert.NotNull(await third);
        Assert.False(fourth.IsCompleted);
        first!.Dispose();
        Assert.NotNull(await fourth);
        Assert.Equal(0, slots.Waiting);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_no_slot()
    {
        using var slots = new ImportSlots();
        var first = await slots.EnterAsync(Ct);
        await slots.EnterAsync(Ct);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var waiting = slots.EnterAsync(gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first!.Dispose();

        Assert.Equal(0, slots.Waiting);
        Assert.False(slots.AreTaken);
    }

    [Fact]
    public async Task Where_too_many_wait_an_upload_is_refused_in_words_and_stores_nothing()
    {
        await using var school = await DataSetSchool.OpenAsync();
        for (var i = 0; i < ImportSlots.Count; i++)
        {
            await school.Slots.EnterAsync(Ct);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var waiting = Enumerable.Range(0, ImportSlots.MaxWaiting).Select(_ => school.Slots.EnterAsync(end.Token)).ToList();
        var outcome = await school.Upload.StoreAsync(school.Teacher, "Leaves", new(), [("leaves.csv", new MemoryStream(Uploads.Leaves()))], cancellationToken: Ct);

        Assert.Contains("try again in a minute", Assert.IsType<Refusal.QuotaExceeded>(outcome.Refusal).Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), await school.CountAsync());
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }
}

/// <summary>The same in the program; a host of its own, as others upload on the shared one.</summary>
public sealed class ImportSlotsPagesTests : IAsyncDisposable
{
    private readonly ClassroomHost host = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_for_an_import_reads_on_the_page_that_it_waits()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync("/admin/datasets");
        var slots = host.Get<ImportSlots>();
        IDisposable?[] taken = [await slots.EnterAsync(Ct), await slots.EnterAsync(Ct)];
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Form("upload").QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("upload"), "_handler" },
            { new StringContent("Trees"), "title" },
            { new StringContent("length,sort,width\n1,oak,2\n3,fir,4\n5,oak,6\n"), "files", "trees.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/datasets") { Content = form };
        using var answer = await teacher.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);

        // The answer begins while the import still waits.
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct), Encoding.UTF8);
        var read = new StringBuilder();
        while (!read.ToString().Contains("waits for its turn", StringComparison.Ordinal))
        {
            Assert.True(await reader.ReadLineAsync(Ct) is { } line && read.AppendLine(line) is not null, read.ToString());
        }

        Assert.Equal(1, slots.Waiting);
        Array.ForEach(taken, slot => slot!.Dispose());
        await reader.ReadToEndAsync(Ct);
        Assert.Contains("Trees", await teacher.Http.GetStringAsync("/api/datasets", Ct), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
