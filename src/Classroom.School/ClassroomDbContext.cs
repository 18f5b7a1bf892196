using Classroom.School.AccessTokens;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.CalendarFeeds;
using Classroom.School.Classes;
using Classroom.School.DataSets;
using Classroom.School.Feedback;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.Questions;
using Classroom.School.Regrades;
using Classroom.School.Review;
using Classroom.School.Runs;
using Classroom.School.Sessions;
using Classroom.School.SignInCards;
using Classroom.School.Tasks;
using Classroom.School.Trials;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

/// <summary>Identity without role tables: a person has one role, and it is a column of <see cref="User"/>.</summary>
public sealed class ClassroomDbContext(DbContextOptions<ClassroomDbContext> options)
    : IdentityUserContext<User, int>(options), IDataProtectionKeyContext
{
    public DbSet<SchoolClass> Classes => Set<SchoolClass>();

    public DbSet<ClassTeacher> ClassTeachers => Set<ClassTeacher>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentList> AssignmentLists => Set<AssignmentList>();

    public DbSet<AssignmentStudent> AssignmentStudents => Set<AssignmentStudent>();

    public DbSet<Accommodation> Accommodations => Set<Accommodation>();

    public DbSet<GradeCategory> GradeCategories => Set<GradeCategory>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<AttemptAnswer> AttemptAnswers => Set<AttemptAnswer>();

    public DbSet<QuestionRegrade> QuestionRegrades => Set<QuestionRegrade>();

    public DbSet<RegradeRequest> RegradeRequests => Set<RegradeRequest>();

    public DbSet<FeedbackNote> FeedbackNotes => Set<FeedbackNote>();

    public DbSet<OwnQuestion> OwnQuestions => Set<OwnQuestion>();

    public DbSet<QuestionVersion> QuestionVersions => Set<QuestionVersion>();

    public DbSet<StoredPicture> QuestionPictures => Set<StoredPicture>();

    public DbSet<QuestionTag> QuestionTags => Set<QuestionTag>();

    public DbSet<OwnQuiz> OwnQuizzes => Set<OwnQuiz>();

    public DbSet<QuizPart> QuizParts => Set<QuizPart>();

    public DbSet<ReviewCard> ReviewCards => Set<ReviewCard>();

    public DbSet<ReviewAnswer> ReviewAnswers => Set<ReviewAnswer>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunChunk> RunChunks => Set<RunChunk>();

    public DbSet<RunFrame> RunFrames => Set<RunFrame>();

    public DbSet<RunCheckpoint> RunCheckpoints => Set<RunCheckpoint>();

    public DbSet<RunWeights> RunWeights => Set<RunWeights>();

    public DbSet<ShownRun> ShownRuns => Set<ShownRun>();

    public DbSet<ExperimentTrial> ExperimentTrials => Set<ExperimentTrial>();

    public DbSet<ExperimentAnswer> ExperimentAnswers => Set<ExperimentAnswer>();

    public DbSet<TaskSubmission> TaskSubmissions => Set<TaskSubmission>();

    public DbSet<DataSetEntry> DataSets => Set<DataSetEntry>();

    public DbSet<DataSetPart> DataSetParts => Set<DataSetPart>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<SignInCard> SignInCards => Set<SignInCard>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<ClassPictures> ClassPictures => Set<ClassPictures>();

    public DbSet<PictureSecret> PictureSecrets => Set<PictureSecret>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ClassroomDbContext).Assembly);
        builder.Entity<IdentityUserClaim<int>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<int>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<int>>().ToTable("UserTokens");
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.ClrType.IsAssignableTo(typeof(IVersioned)))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Entity.Version++;
            }
        }
    }
}
