using Bunit;
using Bunit.TestDoubles;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Sessions;
using Classroom.School.Sqlite;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Shared;
using Classroom.Web.Tests.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>The quiz as a student has it open: the real lessons, the real services, a SQLite file of its own.</summary>
public abstract class QuizSchool : BunitContext, IAsyncLifetime
{
    protected const string Slug = "overfitting";

    private static readonly Lazy<Curriculum.Curriculum> RealCurriculum =
        new(() => CurriculumLoader.Load(Classroom.Curriculum.Curriculum.DefaultFolder));

    private readonly BunitAuthorizationContext authorization;
    private readonly string folder = Directory.CreateTempSubdirectory("quizzes-").FullName;

    /// <param name="clock">The real one when null.</param>
    /// <param name="others">Adds services beside those of the quiz.</param>
    protected QuizSchool(TimeProvider? clock = null, Action<IServiceCollection>? others = null)
    {
        Services.AddSingleton(clock ?? TimeProvider.System);
        Services.AddSingleton(RealCurriculum.Value);
        Services.AddSchool(new SchoolOptions
        {
            Database = options => options.UseSchoolSqlite($"Data Source={Path.Combine(folder, "school.db")}").AddInterceptors(Gate)
        });
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<AttemptFeed>();
        others?.Invoke(Services);
        authorization = this.AddAuthorization();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private string? session;

    private SessionService Sessions => Services.GetRequiredService<SessionService>();

    protected Actor Student { get; private set; }

    /// <summary>Holds writes back while a test wants them to be under way.</summary>
    private protected QuizWriteGate Gate { get; } = new();

    protected AttemptService Attempts => Services.GetRequiredService<AttemptService>();

    protected AttemptStarter Starter => Services.GetRequiredService<AttemptStarter>();

    protected AttemptReader AttemptReader => Services.GetRequiredService<AttemptReader>();

    protected static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Services.GetRequiredService<SchoolDatabase>().MigrateAsync(Ct);
        Student = await AddAsync("student", Role.Student);
        SignIn(Student);
    }

    protected async Task<Actor> AddAsync(string name, Role role)
    {
        await using var db = await OpenDatabaseAsync();
        var person = new User
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = name,
            Role = role,
            CreatedUtc = DateTime.UnixEpoch
        };
        db.Users.Add(person);
        await db.SaveChangesAsync(Ct);
        return new Actor(person.Id, role);
    }

    protected void SignIn(Actor actor) =>
        session = authorization.SignInWithSession(actor, Sessions, Services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>());

    protected void SignOut() => authorization.SetNotAuthorized();

    /// <summary>She has signed out in another tab; the page itself has not heard of it.</summary>
    protected Task EndSignInAsync() => Sessions.EndAsync(session!, Ct);

    protected Task<ClassroomDbContext> OpenDatabaseAsync() =>
        Services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);

    /// <summary>An open attempt with the overfitting quiz's questions of these ids, in this order.</summary>
    protected async Task<int> StartAsync(AttemptMode mode, params string[] questionIds)
    {
        var attempt = new Attempt { UserId = Student.UserId, Slug = Slug, Mode = mode, Seed = 7, StartedUtc = DateTime.UtcNow };
        attempt.Answers.AddRange(questionIds.Select((id, place) => new AttemptAnswer { QuestionId = id, Place = place }));
        await using var db = await OpenDatabaseAsync();
        db.Attempts.Add(attempt);
        await db.SaveChangesAsync(Ct);
        return attempt.Id;
    }

    protected static Question Question(string id) => RealCurriculum.Value.Find(Slug)!.Quiz!.Find(id)!;

    protected async Task<Response?> StoredAsync(int attemptId, int place) =>
        (await AttemptReader.GetAsync(Student, attemptId, Ct))!.Questions[place].Response;

    /// <summary>Takes the answers' table away, or brings it back: real failures of a real database.</summary>
    protected async Task RenameAnswersAsync(string from, string to)
    {
        await using var db = await OpenDatabaseAsync();
#pragma warning disable EF1002 // Names cannot be parameters, and these are the test's own.
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\"", Ct);
#pragma warning restore EF1002
    }

    protected IRenderedComponent<QuizAttempt> Open(int attemptId) =>
        Render<QuizAttempt>(parameters => parameters.Add(attempt => attempt.AttemptId, attemptId));

    protected IRenderedComponent<QuizPage> Show(string address, string slug = Slug)
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return Render<QuizPage>(parameters => parameters.Add(page => page.Slug, slug));
    }

    protected static AngleSharp.Dom.IElement Button(IRenderedComponent<QuizAttempt> page, string text) =>
        page.FindAll("button").Single(button => button.ReadText() == text);

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
