using Classroom.Curriculum.Loading;
using Classroom.Runs;
using Classroom.Runs.Cluster;
using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.School.Postgres;
using Classroom.School.Sqlite;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Web.Features.Account;
using Classroom.Web.Features.CalendarFeeds;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.DataSets;
using Classroom.Web.Features.DataSets.Install;
using Classroom.Web.Features.DataSets.Uploads;
using Classroom.Web.Features.Experiments;
using Classroom.Web.Features.Glossary;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Playground;
using Classroom.Web.Features.Progress;
using Classroom.Web.Features.Questions;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Features.Runs;
using Classroom.Web.Features.Tasks;
using Classroom.Web.Hosting.Circuits;
using Classroom.Web.Hosting.Settings;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting;

/// <summary>Puts the program together.</summary>
public static class ClassroomApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddSettings();
        builder.AddTelemetry();
        builder.AddCurriculum();
        var identity = builder.AddDatabase();
        var node = builder.AddTraining();
        builder.Services.AddHealth();
        if (node.ShowsRuns)
        {
            builder.AddPeople(identity);
            builder.AddPages();
        }

        // Until it has started, whoever starts it is told what is wrong in a sentence; the host would add its trace.
        var hasStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => hasStarted);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
        if (node.ShowsRuns)
        {
            app.MapSite();
        }

        app.MapHealth();
        return app;
    }

    private static void MapSite(this WebApplication app)
    {
        app.UseProxy();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseFaults();
        app.UseFaultPages();
        // After what runs a request again under another address, so that the address is looked up again.
        app.UseRouting();
        app.UseAuthentication();
        app.UseTokenScopes();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseCircuitEntrance();
        app.UseAntiforgery();
        app.UseFreshForms();

        app.MapStaticAssets().AllowAnonymous();
        app.MapAccount();
        app.MapCalendarFeeds();
        app.MapApi();
        app.MapCircuits();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(CircuitEntrance.CompressEachMessage);
    }

    private static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClassroomSettings>().BindConfiguration(ClassroomSettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ClassroomSettings>, ClassroomSettingsValidation>();
        builder.Services.AddSingleton(TimeProvider.System);
    }

    private static void AddCurriculum(this WebApplicationBuilder builder)
    {
        // Loaded before the program serves: a mistake in the content never reaches a class.
        builder.Services.AddSingleton(CurriculumLoader.Load(Curriculum.Curriculum.DefaultFolder));
        builder.Services.AddSingleton<TermMapLayout>();
    }

    private static IdentityBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = builder.ReadSettings();
        var connection = builder.Configuration.GetConnectionString("Classroom");
        if (settings.Database.Provider == DatabaseProvider.Sqlite && string.IsNullOrWhiteSpace(connection))
        {
            var folder = DataDirectory.Prepare(builder.Environment, settings);
            connection = $"Data Source={Path.Combine(folder, "classroom.db")}";
        }

        return builder.Services.AddSchool(new SchoolOptions
        {
            Database = settings.Database.Provider == DatabaseProvider.Postgres
                ? options => options.UseSchoolPostgres(connection ?? "")
                : options => options.UseSchoolSqlite(connection!),
            // An unknown one is told, with all that is wrong elsewhere, before anything starts.
            TimeZone = settings.School.FindTimeZone() ?? TimeZoneInfo.Utc,
            Limits = settings.DataSets.ToLimits(),
            BuiltInDataSets = [.. BuiltInDataSets.List.Select(info => info.Title)],
        });
    }

    private static ClassroomSettings ReadSettings(this WebApplicationBuilder builder) =>
        builder.Configuration.GetSection(ClassroomSettings.Section).Get<ClassroomSettings>() ?? new();

    private static void AddPeople(this WebApplicationBuilder builder, IdentityBuilder identity)
    {
        identity.AddSignInManager();
        builder.Services.AddSignIn();
        builder.Services.AddAuthorization();
        builder.Services.AddScoped<SignInService>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<SessionAuthentication>();
        builder.Services.AddScoped<AuthenticationStateProvider>(services => services.GetRequiredService<SessionAuthentication>());
        builder.Services.AddScoped<CircuitHandler, SessionCircuit>();
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddHostedService<SessionRounds>();
        builder.Services.AddHostedService<AttemptRounds>();
    }

    private static RunsNode AddTraining(this WebApplicationBuilder builder)
    {
        var settings = builder.ReadSettings();
        var connection = builder.Configuration.GetConnectionString("Classroom");
        var node = new RunsNode
        {
            // What is wrong here is told, with all that is wrong elsewhere, before anything starts.
            Roles = settings.Node.ParseRoles() ?? NodeRoles.Both,
            Cluster = settings.Database.Provider != DatabaseProvider.Postgres || string.IsNullOrWhiteSpace(connection)
                ? null
                : new ClusterSettings
                {
                    ConnectionString = connection,
                    Address = string.IsNullOrWhiteSpace(settings.Node.Address) ? null : settings.Node.Address,
                    SiloPort = settings.Node.SiloPort,
                    Key = builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? builder.Configuration["http_ports"] ?? "",
                },
        };
        builder.AddRuns(services =>
        {
            var training = services.GetRequiredService<IOptions<ClassroomSettings>>().Value.Training;
            return new RunsOptions
            {
                MaxTrainingRunsPerPerson = services.GetRequiredService<SchoolLimits>().TrainingRunsPerStudent,
                Threads = training.Threads > 0 ? training.Threads : Math.Max(1, Environment.ProcessorCount - 1),
                Limits = new TrainingLimits
                {
                    MaxWeights = training.MaxWeights,
                    MaxSteps = training.MaxSteps,
                    MaxTrainingSeconds = (int)(training.MaxMinutes * 60),
                },
            };
        }, node);
        return node;
    }

    private static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddCircuits(builder.Services.AddRazorComponents().AddInteractiveServerComponents());
        builder.Services.AddPrerenderedState<OwnRunsOpening>();
        builder.Services.AddPrerenderedState<StoredWeights>();
        builder.Services.AddPrerenderedState<LabDataSets>();
        builder.Services.AddProxy();
        builder.Services.AddResponseCompression();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.AddOpenApi(OpenApiSecurity.AddSignIn);
        builder.Services.AddRequestRate();
        builder.Services.AddHttpContextAccessor();
        builder.Services.ConfigureHttpJsonOptions(
            json => json.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = DataSetsEndpoints.MaxUploadBytes);
        builder.Services.AddSingleton(LiveRightsOptions.Default);
        builder.Services.AddSingleton<WatchedRunsFactory>();
        builder.Services.AddSingleton<AttemptFeed>();
        builder.Services.AddSingleton<ProgressBoards>();
        builder.Services.AddSingleton<QuizPartFinder>();
        builder.Services.AddSingleton<Predictors>();
        builder.Services.AddSingleton<PlaygroundSolutions>();
        builder.Services.AddSingleton<ImportSlots>();
        builder.Services.AddSingleton<DataSetUpload>();
        builder.Services.AddSingleton<PendingUploads>();
        builder.Services.AddHostedService<DataSetUpkeep>();
        builder.Services.AddSingleton<ExperimentService>();
        builder.Services.AddSingleton<RunMeasuring>();
        builder.Services.AddSingleton<TaskConfigs>();
        builder.Services.AddSingleton<TaskMeasuring>();
        builder.Services.AddSingleton(new DataSetInstallOptions());
        builder.Services.AddSingleton<DataSetDownload>();
        builder.Services.AddSingleton<DataSetInstall>();
    }
}
