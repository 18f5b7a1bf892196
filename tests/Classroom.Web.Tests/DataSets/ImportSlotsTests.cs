using Classroom.School;
using Classroom.Training.Tests;
using Classroom.Web.Features.DataSets.Uploads;

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
        var outcome = await school.Upload.StoreAsync(
            school.Teacher, "Leaves", new(), [("leaves.csv", new MemoryStream(Uploads.Leaves()))], cancellationToken: Ct);

        Assert.Contains("try again in a minute", Assert.IsType<Refusal.QuotaExceeded>(outcome.Refusal).Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), await school.CountAsync());
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }
}
