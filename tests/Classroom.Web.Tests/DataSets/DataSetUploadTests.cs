using Classroom.School;
using Classroom.School.People;
using Classroom.Training.Data;
using Classroom.Training.Tests;

namespace Classroom.Web.Tests.DataSets;

public sealed class DataSetUploadTests
{
    private const int FirstSeed = 4_711;

    public static TheoryData<string, byte[], DataSetKind, string> Good => new()
    {
        { "leaves.csv", Uploads.Leaves(50), DataSetKind.Table, "Each column minus its mean" },
        { "story.txt", Uploads.Text(), DataSetKind.Text, "is for validation" },
        { "animals.zip", Uploads.Pictures(), DataSetKind.Image, "made gray and fitted into 28 × 28" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task What_the_list_says_of_an_upload_is_what_a_run_gets(string name, byte[] content, DataSetKind kind, string described)
    {
        await using var school = await DataSetSchool.OpenAsync();
        var stored = await school.Upload.StoreAsync(
            school.Teacher, " Ours ", new(), [(name, new MemoryStream(content))], cancellationToken: Ct);

        Assert.True(stored.Succeeded, stored.Refusal?.Message);
        var listed = (await school.Catalog.ListAsync(school.Teacher, Ct)).Single(info => info.Id == stored.Value.Id.ToString());
        var loaded = await school.Catalog.LoadAsync(listed.Id, Ct);
        Assert.Equal(("Ours", kind), (listed.Title, listed.Kind));
        Assert.StartsWith("Uploaded by Teacher. ", listed.Description, StringComparison.Ordinal);
        Assert.Contains(described, listed.Description, StringComparison.Ordinal);
        Assert.Equal((loaded.Train, loaded.Validation), (listed.Train, listed.Validation));
        Assert.Equal(loaded.Shape, listed.Shape);
        Assert.Equal(loaded.Classes, listed.Classes);
        Assert.Equal(loaded.Columns, listed.Columns);
    }

    [Fact]
    public async Task No_list_shows_one_title_twice_whatever_was_stored_before_and_by_whom()
    {
        await using var school = await DataSetSchool.OpenAsync();
        var colleague = await school.AddAsync(Role.Teacher, "Colleague");
        await StoreAsync(school, school.Teacher, "Leaves");
        await StoreAsync(school, colleague, "leaves");
        await school.ForceTitleAsync(await StoreAsync(school, colleague, "Twin"), "LEAVES");
        await school.ForceTitleAsync(await StoreAsync(school, colleague, "Ours"), "High and low tide");

        var seen = (await school.Catalog.ListAsync(school.Admin, Ct)).Select(info => info.Title).ToList();
        Assert.Equal(
            ["High and low tide", "High and low tide (Colleague)", "LEAVES (Colleague, 2)", "Leaves (Teacher)", "leaves (Colleague)"],
            seen.Where(
                title => title.Contains("leaves", StringComparison.OrdinalIgnoreCase) || title.Contains("tide", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            "Leaves", Assert.Single(await school.Catalog.ListAsync(school.Teacher, Ct), info => Guid.TryParse(info.Id, out _)).Title);
    }

    [Fact]
    public async Task A_title_and_a_file_that_are_wrong_are_both_told_and_a_student_is_told_nothing()
    {
        await using var school = await DataSetSchool.OpenAsync();
        var outcome = await school.Upload.StoreAsync(
            school.Teacher,
            "",
            new() { LabelColumn = "sort" },
            [("leaves.csv", new MemoryStream(Uploads.Leaves()))],
            cancellationToken: Ct);

        var faults = Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults;
        Assert.Equal(["title", "files"], faults.Select(fault => fault.Field));
        Assert.Contains("leaves.csv, line 1: There is no column 'sort'", faults[1].Message, StringComparison.Ordinal);
        Assert.IsType<Refusal.NotFound>((await school.Upload.StoreAsync(
            new Actor(school.Teacher.UserId, Role.Student), "x", new(), [("x", new MemoryStream())], cancellationToken: Ct)).Refusal);
        Assert.Equal((0, 0), await school.CountAsync());
    }

    [Fact]
    public async Task Of_a_damaged_upload_that_is_refused_nothing_is_stored()
    {
        await using var school = await DataSetSchool.OpenAsync(new SchoolLimits { DataSetBytes = 1 << 20, DataSetExamples = 1_000 });
        byte[][] whole = [Uploads.Leaves(), Uploads.Text(), Uploads.Pictures(4), IdxFiles.Pictures(8, 4)];
        var (stored, refused) = (0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + 400; seed++)
        {
            var random = new Random(seed);
            var damaged = UploadDamage.Apply(whole[seed % whole.Length], whole, random);
            (string, Stream)[] files = seed % whole.Length == 3
                ? [("pictures", new MemoryStream(damaged)), ("labels", new MemoryStream(IdxFiles.Labels(8)))]
                : [("file", new MemoryStream(damaged))];
            var outcome = await school.Upload.StoreAsync(school.Teacher, $"Seed {seed}", new(), files, cancellationToken: Ct);
            stored += outcome.Succeeded ? 1 : 0;
            refused += outcome.Succeeded ? 0 : 1;
            Assert.True(outcome.Succeeded || outcome.Refusal is Refusal.Invalid { Faults.Count: > 0 }, $"seed {seed}: {outcome.Refusal}");
            Assert.True(await school.CountAsync() == (stored, stored), $"seed {seed}");
        }

        Assert.True(stored > 10 && refused > 100, $"{stored} stored, {refused} refused");
    }

    private static async Task<Guid> StoreAsync(DataSetSchool school, Actor actor, string title) =>
        (await school.Upload.StoreAsync(
            actor, title, new(), [("leaves.csv", new MemoryStream(Uploads.Leaves()))], cancellationToken: Ct)).Value!.Id;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
