using Classroom.School;
using Classroom.School.Postgres;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests;

/// <summary>The program's database until a test takes it away, so that nobody answers at its address, or lets it take its time.</summary>
public sealed class SwitchedDatabase(IDbContextFactory<ClassroomDbContext> real) : IDbContextFactory<ClassroomDbContext>
{
    private TaskCompletionSource? held;
    private int uses;

    public bool IsAway { get; set; }

    /// <summary>Whoever asks from now on waits until <see cref="Release"/>.</summary>
    public void Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => held?.TrySetResult();

    /// <summary>How often it was used since the last call.</summary>
    public int TakeUses() => Interlocked.Exchange(ref uses, 0);

    public async Task<ClassroomDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        await (held?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return CreateDbContext();
    }

    public ClassroomDbContext CreateDbContext()
    {
        Interlocked.Increment(ref uses);
        if (!IsAway)
        {
            return real.CreateDbContext();
        }

        var nowhere = new DbContextOptionsBuilder<ClassroomDbContext>();
        nowhere.UseSchoolPostgres("Host=127.0.0.1;Port=1;Database=away");
        return new(nowhere.Options);
    }
}
