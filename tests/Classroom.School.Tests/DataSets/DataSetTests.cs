using System.Security.Cryptography;
using Classroom.School.DataSets;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class DataSetTests(SchoolTemplates templates)
{
    private static NewDataSet Wanted => new()
    {
        Title = "Leaves",
        Kind = "images",
        Examples = 40,
        Shape = [1, 28, 28],
        Classes = ["oak", "maple"],
    };

    [Theory, BothProviders]
    public async Task A_large_data_set_reads_back_byte_for_byte(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher, "Ms. Okafor");
        var content = RandomNumberGenerator.GetBytes((2 * DataSetPart.Size) + 12_345);

        var created = (await school.DataSets.CreateAsync(teacher, Wanted, new MemoryStream(content), Ct)).Value!;

        Assert.Equal((content.Length, "Ms. Okafor", "Leaves"), (created.Bytes, created.OwnerName, created.Title));
        Assert.Equal([1, 28, 28], created.Shape);
        Assert.Equal(["oak", "maple"], created.Classes);
        await using var stream = (await school.DataSetReader.OpenAsync(created.Id, Ct))!;
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        Assert.Equal(content, copy.ToArray());

        stream.Position = DataSetPart.Size - 2;
        var across = new byte[4];
        stream.ReadExactly(across);
        Assert.Equal(content[(DataSetPart.Size - 2)..(DataSetPart.Size + 2)], across);
    }

    [Theory, BothProviders]
    public async Task A_content_of_exactly_whole_parts_has_no_empty_part(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var created = (await school.DataSets.CreateAsync(teacher, Wanted, new MemoryStream(new byte[DataSetPart.Size]), Ct)).Value!;

        await using var db = school.OpenContext();
        Assert.Equal(1, await db.DataSetParts.CountAsync(part => part.DataSetId == created.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task What_is_too_large_or_empty_or_breaks_off_leaves_nothing_behind(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { DataSetBytes = DataSetPart.Size });
        var teacher = await school.AddAsync(Role.Teacher);

        Task<Outcome<DataSetDetails>> Create(Stream content) => school.DataSets.CreateAsync(teacher, Wanted, content, Ct);
        Assert.IsType<Refusal.Invalid>((await Create(new MemoryStream(new byte[DataSetPart.Size + 1]))).Refusal);
        Assert.IsType<Refusal.Invalid>((await Create(new MemoryStream())).Refusal);
        await Assert.ThrowsAsync<IOException>(() => Create(new BrokenStream()));

        await using var db = school.OpenContext();
        Assert.False(await db.DataSets.AnyAsync(Ct));
        Assert.False(await db.DataSetParts.AnyAsync(Ct));
        Assert.False(await db.Audit.AnyAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task What_one_person_may_store_in_all_is_limited_and_a_refusal_says_what_is_left(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { DataSetBytesPerPerson = 2 * DataSetPart.Size });
        var teacher = await school.AddAsync(Role.Teacher);
        var colleague = await school.AddAsync(Role.Teacher);
        Task<Outcome<DataSetDetails>> Create(Actor actor, int bytes) =>
            school.DataSets.CreateAsync(actor, Wanted with { Title = $"{bytes} bytes" }, new MemoryStream(new byte[bytes]), Ct);
        Assert.True((await Create(teacher, DataSetPart.Size / 2)).Succeeded);

        var refusal = Assert.IsType<Refusal.StorageExceeded>((await Create(teacher, (DataSetPart.Size * 3 / 2) + 1)).Refusal);

        Assert.Contains("2 MiB in all, and only 1.5 MiB", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Classroom__DataSets__MaxMegabytesPerPerson", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await school.DataSetReader.ListAsync(teacher, Ct));
        Assert.True((await Create(teacher, DataSetPart.Size * 3 / 2)).Succeeded);
        Assert.IsType<Refusal.StorageExceeded>((await Create(teacher, 1)).Refusal);
        Assert.True((await Create(colleague, 2 * DataSetPart.Size)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task Two_uploads_at_once_do_not_both_get_the_last_room(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { DataSetBytesPerPerson = DataSetPart.Size });
        var teacher = await school.AddAsync(Role.Teacher);

        var outcomes = await AtOnce(
            4,
            () => school.DataSets.CreateAsync(
                teacher, Wanted with { Title = $"{Guid.NewGuid()}" }, new MemoryStream(new byte[DataSetPart.Size]), Ct));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<Refusal.StorageExceeded>(outcome.Refusal));
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_is_named_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var outcome = await school.DataSets.CreateAsync(
            teacher, Wanted with { Title = " ", Examples = 100_001 }, new MemoryStream([1]), Ct);

        Assert.Equal(["title", "files"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults.Select(fault => fault.Field));
    }

    [Theory, BothProviders]
    public async Task Students_see_what_their_own_teachers_and_the_admins_brought(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var colleague = await school.AddAsync(Role.Teacher);
        var admin = await school.AddAsync(Role.Admin);
        var student = await school.AddAsync(Role.Student);
        var stranger = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student);
        var teachers = (await school.DataSets.CreateAsync(teacher, Wanted, new MemoryStream([1]), Ct)).Value!;
        var everyones = (await school.DataSets.CreateAsync(admin, Wanted with { Title = "MNIST" }, new MemoryStream([1]), Ct)).Value!;

        async Task<IEnumerable<Guid>> Seen(Actor actor) => (await school.DataSetReader.ListAsync(actor, Ct)).Select(entry => entry.Id);
        Assert.Equal([teachers.Id, everyones.Id], await Seen(student));
        Assert.Equal([teachers.Id, everyones.Id], await Seen(teacher));
        Assert.Equal([teachers.Id, everyones.Id], await Seen(admin));
        Assert.Equal([everyones.Id], await Seen(stranger));
        Assert.Equal([everyones.Id], await Seen(colleague));
        Assert.Null(await school.DataSetReader.FindVisibleAsync(stranger, teachers.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task Students_bring_no_data_sets(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        Assert.IsType<Refusal.NotFound>((await school.DataSets.CreateAsync(student, Wanted, new MemoryStream([1]), Ct)).Refusal);
        Assert.Null(await school.DataSetReader.OpenAsync(Guid.NewGuid(), Ct));
    }

    /// <summary>Gives some bytes, then fails like a disk that is pulled out.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool began;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (began)
            {
                throw new IOException("The disk is gone.");
            }

            began = true;
            buffer.Span[0] = 1;
            return ValueTask.FromResult(1);
        }
    }
}
