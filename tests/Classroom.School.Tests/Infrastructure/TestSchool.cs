using Classroom.Curriculum.Terms;
using Classroom.School.Accounts;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.DataSets;
using Classroom.School.Experiments;
using Classroom.School.Feedback;
using Classroom.School.Gradebook;
using Classroom.School.Home;
using Classroom.School.ItemAnalysis;
using Classroom.School.People;
using Classroom.School.Postgres;
using Classroom.School.Progress;
using Classroom.School.Questions;
using Classroom.School.Regrades;
using Classroom.School.Review;
using Classroom.School.Runs;
using Classroom.School.Sessions;
using Classroom.School.Sqlite;
using Classroom.School.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>A whole school on a database of its own, with the real lessons and a clock that the test holds.</summary>
public sealed class TestSchool : IAsyncDisposable
{
    private readonly ServiceProvider provided;
    private readonly Func<Task> remove;
    private int people;

    public TestSchool(
        Provider provider, string connectionString, Func<Task> remove, SchoolLimits? limits = null, TimeZoneInfo? timeZone = null)
    {
        this.remove = remove;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(_ => SampleCurriculum.Loaded);
        services.AddSchool(new SchoolOptions
        {
            Database = options => (provider == Provider.Sqlite
                ? options.UseSchoolSqlite(connectionString)
                : options.UseSchoolPostgres(connectionString))
                .AddInterceptors(Queries),
            Limits = limits ?? new SchoolLimits(),
            BuiltInDataSets = ["High and low tide"],
            TimeZone = timeZone ?? TimeZoneInfo.Utc,
        });
        provided = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public TestClock Clock { get; } = new();

    public QueryCounter Queries { get; } = new();

    public IServiceProvider Services => provided;

    public Curriculum.Curriculum Curriculum => Get<Curriculum.Curriculum>();

    /// <summary>A lesson with a quiz, whichever that is.</summary>
    public Term Term => Curriculum.Terms.First(term => term.Quiz is not null);

    public SchoolDatabase Database => Get<SchoolDatabase>();

    public ClassService Classes => Get<ClassService>();

    public RosterService Rosters => Get<RosterService>();

    public ClassTeacherService ClassTeachers => Get<ClassTeacherService>();

    public ClassSettingsService ClassSettings => Get<ClassSettingsService>();

    public ClassArchive ClassArchive => Get<ClassArchive>();

    public ClassCopyService ClassCopies => Get<ClassCopyService>();

    public WaitingRoomService WaitingRooms => Get<WaitingRoomService>();

    public JoinCodeService JoinCodes => Get<JoinCodeService>();

    public JoinService Joins => Get<JoinService>();

    public SessionService Sessions => Get<SessionService>();

    public PeopleService People => Get<PeopleService>();

    public PasswordService Passwords => Get<PasswordService>();

    public AssignmentService Assignments => Get<AssignmentService>();

    public AssignmentListService AssignmentLists => Get<AssignmentListService>();

    public PrerequisitePreview PrerequisitePreview => Get<PrerequisitePreview>();

    public AssignmentPreview AssignmentPreview => Get<AssignmentPreview>();

    public AssignmentStudentService AssignmentStudents => Get<AssignmentStudentService>();

    public AccommodationService Accommodations => Get<AccommodationService>();

    public GradebookReader Gradebooks => Get<GradebookReader>();

    public PostingService Posting => Get<PostingService>();

    public CategoryService Categories => Get<CategoryService>();

    public ReadingService Readings => Get<ReadingService>();

    public QuestionBank Questions => Get<QuestionBank>();

    public QuestionBankReader QuestionReader => Get<QuestionBankReader>();

    public OwnQuizService OwnQuizzes => Get<OwnQuizService>();

    public AttemptService Attempts => Get<AttemptService>();

    public AttemptStarter AttemptStarter => Get<AttemptStarter>();

    public AttemptReader AttemptReader => Get<AttemptReader>();

    public PracticeService Practice => Get<PracticeService>();

    public ReviewService Reviews => Get<ReviewService>();

    public ProgressService Progress => Get<ProgressService>();

    public ProgressStampReader ProgressStamps => Get<ProgressStampReader>();

    public FeedbackService Feedback => Get<FeedbackService>();

    public FeedbackReader Notes => Get<FeedbackReader>();

    public AttemptStories AttemptStories => Get<AttemptStories>();

    public ItemAnalysisService ItemAnalysis => Get<ItemAnalysisService>();

    public MarkImportService MarkImports => Get<MarkImportService>();

    public RegradeService Regrades => Get<RegradeService>();

    public RegradeReader RegradeReader => Get<RegradeReader>();

    public RegradeRequestService RegradeRequests => Get<RegradeRequestService>();

    public RegradeRequestReader RegradeRequestReader => Get<RegradeRequestReader>();

    public TaskReader Tasks => Get<TaskReader>();

    public TaskService TaskService => Get<TaskService>();

    public RunReader Runs => Get<RunReader>();

    public ShownRunService ShownRuns => Get<ShownRunService>();

    public TeacherDayReader TeacherDays => Get<TeacherDayReader>();

    public RunCreator RunCreator => Get<RunCreator>();

    public RunJournal Journal => Get<RunJournal>();

    public ExperimentStore Experiments => Get<ExperimentStore>();

    public DataSetStore DataSets => Get<DataSetStore>();

    public DataSetReader DataSetReader => Get<DataSetReader>();

    public DataSetTitles DataSetTitles => Get<DataSetTitles>();

    public AuditLog Audit => Get<AuditLog>();

    /// <summary>Of the student's graded attempts at <see cref="Term"/>, as she sees it herself.</summary>
    public async Task<double?> BestScoreAsync(Actor student) =>
        (await Progress.StudentProgressAsync(student)).Single(term => term.Slug == Term.Slug).BestScore;

    public ClassroomDbContext OpenContext() => Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContext();

    /// <summary>Someone without a password, which would take time to hash.</summary>
    public async Task<Actor> AddAsync(Role role, string? displayName = null)
    {
        var name = $"{role}{Interlocked.Increment(ref people)}";
        await using var db = OpenContext();
        var person = new User
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = displayName ?? name,
            Role = role,
            CreatedUtc = Clock.Now,
            SecurityStamp = name,
        };
        db.Users.Add(person);
        await db.SaveChangesAsync(Running.Ct);
        return new Actor(person.Id, role);
    }

    public async Task<int> AddClassAsync(Actor? teacher, params Actor[] students)
    {
        var admin = await AddAsync(Role.Admin);
        var created = (await Classes.CreateAsync(admin, "7b", teacher is { } t ? [t.UserId] : [], Running.Ct)).Value!;
        foreach (var student in students)
        {
            Assert.Null(await Rosters.EnrolAsync(admin, created.Id, student.UserId, Running.Ct));
        }

        return created.Id;
    }

    /// <summary>Does something with Identity's user manager, as the sign-in page would.</summary>
    public async Task<T> WithUsersAsync<T>(Func<UserManager<User>, Task<T>> act)
    {
        await using var scope = provided.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<UserManager<User>>());
    }

    public Task<bool> PasswordIsRightAsync(int userId, string password) => WithUsersAsync(async users =>
        await users.CheckPasswordAsync((await users.FindByIdAsync($"{userId}"))!, password));

    public async ValueTask DisposeAsync()
    {
        await provided.DisposeAsync();
        await remove();
    }

    private T Get<T>()
        where T : notnull => provided.GetRequiredService<T>();
}
