using Bunit;
using Classroom.Runs;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.School.DataSets;
using Classroom.School.Experiments;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Sessions;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.Experiments;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Playground;
using Classroom.Web.Features.Runs;
using Classroom.Web.Shared;
using Classroom.Web.Tests.Pages;
using Classroom.Web.Tests.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests;

/// <summary>Parts of a page with the program's real services behind them: real runs, real networks.</summary>
public abstract class HandsSchool : BunitContext
{
    /// <summary>Enough to tell a bare stroke from a ring.</summary>
    protected const string ZerosAndOnes = """
        { "dataset": "digits", "data": { "classes": ["0", "1"], "train": 300, "validation": 40 }, "model": { "kind": "cnn", "conv": [4], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 16, "epochs": 3, "seed": 7, "probes": [] }
        """;

    private readonly Bunit.TestDoubles.BunitAuthorizationContext authorization;
    private string? session;

    protected HandsSchool(ClassroomHost host)
    {
        Host = host;
        // All of them before SetRendererInfo: it asks for the renderer, and from then on bunit takes no more.
        Database = new(host.Get<IDbContextFactory<ClassroomDbContext>>());
        var (reader, creator) = (new RunReader(Database), new RunCreator(Database, host.Get<RunQuota>(), TimeProvider.System));
        var runs = ActivatorUtilities.CreateInstance<RunService>(host.Services, reader, creator);
        Services.AddSingleton(reader);
        Services.AddSingleton(runs);
        Services.AddSingleton(host.Get<ShownRunService>());
        Services.AddSingleton(new ExperimentService(ActivatorUtilities.CreateInstance<ExperimentStore>(host.Services, Database), runs));
        Services.AddSingleton<WatchedRunsFactory>();
        Services.AddSingleton(host.Get<SchoolCalendar>());
        Services.AddSingleton(host.Get<RunsOptions>());
        Services.AddSingleton(host.Get<Curriculum.Curriculum>());
        Services.AddSingleton(new DataSetCatalog(new DataSetReader(Database), host.Get<DataSetStore>()));
        Services.AddSingleton(host.Get<NodeEngine>());
        Services.AddSingleton(host.Get<Predictors>());
        Services.AddSingleton(host.Get<PlaygroundSolutions>());
        Services.AddSingleton(host.Get<SessionService>());
        Services.AddSingleton(host.Get<LiveRightsOptions>());
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<ComponentStatePersistenceManager>();
        Services.AddSingleton(services => services.GetRequiredService<ComponentStatePersistenceManager>().State);
        Services.AddSupplyValueFromPersistentComponentStateProvider();
        Services.AddPrerenderedState<OwnRunsOpening>();
        Services.AddPrerenderedState<StoredWeights>();
        Services.AddPrerenderedState<LabDataSets>();
        authorization = this.AddAuthorization();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    protected ClassroomHost Host { get; }

    /// <summary>Where the runs of these parts are stored.</summary>
    protected SwitchedDatabase Database { get; }

    protected static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    protected void SignIn(Actor actor) =>
        session = authorization.SignInWithSession(actor, Host.Get<SessionService>(), Host.Get<IDbContextFactory<ClassroomDbContext>>());

    /// <summary>She has signed out in another tab; the page itself has not heard of it.</summary>
    protected Task EndSignInAsync() => Host.Get<SessionService>().EndAsync(session!, Ct);

    protected async Task<Actor> NewStudentAsync()
    {
        var scene = await SchoolScene.NewAsync(Host);
        return new Actor(scene.Maria.Person.Id, Role.Student);
    }

    /// <summary>Renders a part in advance, once. What is rendered later belongs to a circuit, and gets what the part hands over.</summary>
    /// <param name="isDrawn">Whether the part shows what it is to show.</param>
    /// <param name="parameters">The part's.</param>
    protected async Task PrerenderAsync<T>(
        Func<IRenderedComponent<T>, bool> isDrawn, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : class, IComponent
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var part = Render(parameters);
        part.WaitForState(() => isDrawn(part));
        var states = Services.GetRequiredService<ComponentStatePersistenceManager>();
        var page = new PageState();
        await states.PersistStateAsync(page, Renderer);
        await DisposeComponentsAsync();
        await states.RestoreStateAsync(page, RestoreContext.InitialValue);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Database.TakeUses();
    }

    protected Task<Guid> StartAsync(Actor actor, string config) => Host.StartRunAsync(actor, config, Ct);

    protected Task<Guid> TrainAsync(Actor actor, string config) => Host.TrainAsync(actor, config, Ct);

    /// <summary>What a page holds for its circuit, without the encryption.</summary>
    private sealed class PageState : IPersistentComponentStateStore
    {
        private Dictionary<string, byte[]> states = [];

        public Task<IDictionary<string, byte[]>> GetPersistedStateAsync() => Task.FromResult<IDictionary<string, byte[]>>(states);

        public Task PersistStateAsync(IReadOnlyDictionary<string, byte[]> state)
        {
            states = state.ToDictionary();
            return Task.CompletedTask;
        }
    }
}
