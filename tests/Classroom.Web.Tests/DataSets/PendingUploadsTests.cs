using Classroom.School;
using Classroom.School.People;
using Classroom.Web.Features.DataSets.Uploads;
using Microsoft.Extensions.Logging.Abstractions;

namespace Classroom.Web.Tests.DataSets;

public sealed class PendingUploadsTests : IDisposable
{
    private static readonly Actor Kim = new(1, Role.Teacher);
    private static readonly Actor Lee = new(2, Role.Teacher);

    private readonly HeldClock clock = new();
    private readonly PendingUploads pending;

    public PendingUploadsTests() => pending = new(clock, NullLogger<PendingUploads>.Instance);

    public void Dispose() => pending.Dispose();

    [Fact]
    public async Task An_upload_waits_for_whoever_sent_it_and_for_nobody_else()
    {
        var upload = await AddAsync(Kim, "a,b\n1,2\n");

        Assert.Same(upload, pending.Find(Kim, upload.Token));
        Assert.Equal("a,b\n1,2\n", await ReadAsync(upload));
        Assert.Equal("a,b\n1,2\n", await ReadAsync(upload));
        Assert.Null(pending.Find(Lee, upload.Token));
        Assert.Null(pending.Find(Kim with { Role = Role.Student }, upload.Token));
        Assert.Null(pending.Find(Kim, null));
        pending.Remove(Lee, upload.Token);
        Assert.NotNull(pending.Find(Kim, upload.Token));
    }

    [Fact]
    public async Task A_third_upload_takes_the_place_of_the_oldest_of_the_same_person()
    {
        var others = await AddAsync(Lee, "x");
        List<PendingUpload> own = [];
        for (var i = 0; i <= PendingUploads.MostPerPerson; i++)
        {
            own.Add(await AddAsync(Kim, "x"));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            [false, .. Enumerable.Repeat(true, PendingUploads.MostPerPerson)],
            own.Select(upload => pending.Find(Kim, upload.Token) is not null));
        Assert.Null(await ReadAsync(own[0]));
        Assert.NotNull(pending.Find(Lee, others.Token));
    }

    [Fact]
    public async Task An_upload_is_gone_half_an_hour_after_its_owner_last_looked_at_it()
    {
        var left = await AddAsync(Kim, "x");
        var looked = await AddAsync(Kim, "x");
        clock.Advance(PendingUploads.Patience - TimeSpan.FromSeconds(1));
        Assert.NotNull(pending.Find(Kim, looked.Token));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, pending.Sweep());
        Assert.Null(pending.Find(Kim, left.Token));
        Assert.Null(await ReadAsync(left));
        Assert.NotNull(pending.Find(Kim, looked.Token));
    }

    [Fact]
    public async Task An_upload_that_was_given_up_is_gone_as_soon_as_nobody_reads_it()
    {
        var upload = await AddAsync(Kim, "x");
        var read = await upload.ReadAsync<string>(
            async files =>
            {
                pending.Remove(Kim, upload.Token);
                using var reader = new StreamReader(files[0].Content);
                return await reader.ReadToEndAsync(Ct);
            },
            Ct);

        Assert.Equal("x", read);
        Assert.Null(await ReadAsync(upload));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_finds_the_files_of_an_upload_under_any_name()
    {
        var marker = Guid.NewGuid().ToString("N");
        var upload = await AddAsync(Kim, marker);

        // On Windows such a file has a name, but cannot be opened.
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetTempPath(), "classroom-import-*"), file => TryRead(file) == marker);
        Assert.Equal(marker, await ReadAsync(upload));
    }

    [Fact]
    public async Task Corrected_files_take_the_place_of_faulty_ones_and_what_was_typed_stays()
    {
        var upload = await AddAsync(Kim, "x");
        upload.Choices = new() { LabelColumn = "sort" };
        upload.Preview = new();

        Assert.Null(await pending.ReplaceFilesAsync(upload, FormFiles.Of("better.csv", "y"), Ct));

        Assert.Equal(("y", "Leaves", "sort"), (await ReadAsync(upload), upload.Title, upload.Choices.LabelColumn));
        Assert.Equal(["better.csv"], upload.FileNames);
        Assert.Null(upload.Preview);
    }

    [Fact]
    public async Task An_upload_without_a_file_and_one_of_a_student_are_refused()
    {
        Assert.Equal(
            "files",
            Assert.Single(
                Assert.IsType<Refusal.Invalid>((await pending.AddAsync(Kim, "Leaves", [], cancellationToken: Ct)).Refusal).Faults).Field);
        Assert.IsType<Refusal.Invalid>((await pending.AddAsync(Kim, "Leaves", FormFiles.Of("", ""), cancellationToken: Ct)).Refusal);
        Assert.IsType<Refusal.NotFound>(
            (await pending.AddAsync(new(3, Role.Student), "Leaves", FormFiles.Of("a.csv", "x"), cancellationToken: Ct)).Refusal);
        Assert.Equal(0, pending.Sweep());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string? TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<PendingUpload> AddAsync(Actor actor, string content) =>
        (await pending.AddAsync(actor, " Leaves ", FormFiles.Of("leaves.csv", content), cancellationToken: Ct)).Value!;

    private static Task<string?> ReadAsync(PendingUpload upload) => upload.ReadAsync<string>(
        async files =>
        {
            using var reader = new StreamReader(files[0].Content);
            return await reader.ReadToEndAsync(Ct);
        },
        Ct);
}
