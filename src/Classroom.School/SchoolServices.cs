using Classroom.School.AccessTokens;
using Classroom.School.Accounts;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.CalendarFeeds;
using Classroom.School.Classes;
using Classroom.School.DataSets;
using Classroom.School.Experiments;
using Classroom.School.Feedback;
using Classroom.School.Gradebook;
using Classroom.School.Home;
using Classroom.School.ItemAnalysis;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.Progress;
using Classroom.School.Questions;
using Classroom.School.Regrades;
using Classroom.School.Review;
using Classroom.School.Runs;
using Classroom.School.Sessions;
using Classroom.School.SignInCards;
using Classroom.School.Tasks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Classroom.School;

public static class SchoolServices
{
    public const int ShortestPassword = 8;

    /// <summary>
    /// Registers the database, the keys that are stored in it, Identity's core and all services of the school.
    /// A <see cref="Curriculum.Curriculum"/> must be registered too. The web adds sign-in to the builder that this returns.
    /// </summary>
    public static IdentityBuilder AddSchool(this IServiceCollection services, SchoolOptions options)
    {
        services.AddPooledDbContextFactory<ClassroomDbContext>(database =>
        {
            options.Database(database);
            // The columns that Identity maps and we leave out on purpose.
            database.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.MappedPropertyIgnoredWarning));
        });

        // Identity's stores and the data-protection keys want a context of their scope.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("Classroom").PersistKeysToDbContext<ClassroomDbContext>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => new SchoolCalendar(provider.GetRequiredService<TimeProvider>(), options.TimeZone));
        services.AddSingleton(options.Limits);
        services.AddSingleton<SchoolDatabase>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<ClassService>();
        services.AddSingleton<ClassSettingsService>();
        services.AddSingleton<ClassArchive>();
        services.AddSingleton<RosterService>();
        services.AddSingleton<WaitingRoomService>();
        services.AddSingleton<JoinCodeService>();
        services.AddSingleton<JoinService>();
        services.AddSingleton<ClassTeacherService>();
        services.AddSingleton<PeopleService>();
        services.AddSingleton<PasswordService>();
        services.AddSingleton<HashingTurns>();
        services.AddSingleton<ClassAccountService>();
        services.AddSingleton<SignInCardService>();
        services.AddSingleton<AccessTokenService>();
        services.AddSingleton<AccessTokenSignIn>();
        services.AddSingleton<CalendarFeedService>();
        services.AddSingleton<CalendarFeedReader>();
        services.AddSingleton<PictureSettingService>();
        services.AddSingleton<PictureSecretService>();
        services.AddSingleton<PictureReader>();
        services.AddSingleton<PictureEntrance>();
        services.AddSingleton<AssignmentService>();
        services.AddSingleton<AssignmentReader>();
        services.AddSingleton<AssignmentPreview>();
        services.AddSingleton<AssignmentListService>();
        services.AddSingleton<IPrerequisites, Prerequisites>();
        services.AddSingleton<PrerequisitePreview>();
        services.AddSingleton<ClassCopyService>();
        services.AddSingleton<ReadingService>();
        services.AddSingleton<AssignmentStudentService>();
        services.AddSingleton<AccommodationService>();
        services.AddSingleton<IDeadlines, AttemptDeadlines>();
        services.AddSingleton<IHeldTerms, HeldTerms>();
        services.AddSingleton<QuizSource>();
        services.AddSingleton<QuestionBank>();
        services.AddSingleton<QuestionBankReader>();
        services.AddSingleton<QuestionPictureStore>();
        services.AddSingleton<QuestionPictures>();
        services.AddSingleton<OwnQuizService>();
        services.AddSingleton<QuizEntrance>();
        services.AddSingleton<AttemptStarter>();
        services.AddSingleton<AttemptService>();
        services.AddSingleton<AttemptReader>();
        services.AddSingleton<AttemptStories>();
        services.AddSingleton<PracticeService>();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<ProgressService>();
        services.AddSingleton<ProgressStampReader>();
        services.AddSingleton<FeedbackService>();
        services.AddSingleton<FeedbackReader>();
        services.AddSingleton<GradebookReader>();
        services.AddSingleton<StudentAssignmentReader>();
        services.AddSingleton<PostingService>();
        services.AddSingleton<CategoryService>();
        services.AddSingleton<MarkImportService>();
        services.AddSingleton<ItemAnalysisService>();
        services.AddSingleton<RegradeService>();
        services.AddSingleton<RegradeReader>();
        services.AddSingleton<RegradeRequestService>();
        services.AddSingleton<RegradeRequestReader>();
        services.AddSingleton<TaskReader>();
        services.AddSingleton<TaskService>();
        services.AddSingleton<RunReader>();
        services.AddSingleton<TeacherDayReader>();
        services.AddSingleton<ShownRunService>();
        services.AddSingleton<RunQuota>();
        services.AddSingleton<RunCreator>();
        services.AddSingleton<RunJournal>();
        services.AddSingleton<ExperimentStore>();
        services.AddSingleton<DataSetStore>();
        services.AddSingleton<DataSetReader>();
        services.AddSingleton<DataSetTitles>();
        services.AddSingleton<AuditLog>();
        return services
            .AddIdentityCore<User>(identity =>
            {
                // Length is what makes a password strong; more rules only make children write it down.
                identity.Password.RequiredLength = ShortestPassword;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 1;
                identity.Lockout.AllowedForNewUsers = true;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddEntityFrameworkStores<ClassroomDbContext>()
            .AddClaimsPrincipalFactory<SchoolClaimsPrincipalFactory>();
    }
}
