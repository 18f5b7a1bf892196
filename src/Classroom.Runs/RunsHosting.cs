using System.Net;
using System.Net.Sockets;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.Runs.Live;
using Classroom.Runs.Telemetry;
using Classroom.Training.SelfCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Placement;

namespace Classroom.Runs;

public static class RunsHosting
{
    /// <summary>
    /// Adds the life of runs: silo, and as this node's roles want it scheduler, feed and the services on top.
    /// Classroom.School must be added too.
    /// </summary>
    public static IHostApplicationBuilder AddRuns(
        this IHostApplicationBuilder builder, Func<IServiceProvider, RunsOptions> options, RunsNode? node = null)
    {
        node ??= new RunsNode();
        builder.UseOrleans(silo =>
        {
            silo.JoinOthers(node);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("classroom", "classroom"));
            // The name carries the roles, and a node that computes wrongly is no trainer: this waits for its check.
            silo.Services.AddOptions<SiloOptions>().Configure<IOptions<EndpointOptions>, NodeEngine>((silo, endpoint, engine) =>
                silo.SiloName = Trainers.CreateSiloName(node, isFit: node.Trains && engine.Report.Passed, endpoint.Value.SiloPort));
        });
        builder.Services.AddPlacementFilter<OnTrainersStrategy, OnTrainersDirector>(ServiceLifetime.Singleton);
        builder.Services.AddSingleton(node);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<Func<EngineReport>>(() => Engine.Report);
        builder.Services.AddSingleton<NodeEngine>();
        builder.Services.AddSingleton<Trainers>();
        builder.Services.AddSingleton<DataSetCatalog>();
        builder.Services.AddSingleton<RunMetrics>();
        if (node.ShowsRuns)
        {
            builder.Services.AddSingleton<RunService>();
            builder.Services.AddSingleton<RunFeed>();
            builder.Services.AddHostedService(services => services.GetRequiredService<RunFeed>());
        }

        if (node.Trains)
        {
            builder.Services.AddSingleton(CreateScheduler);
            builder.Services.AddSingleton<Func<TrainingScheduler>>(services => services.GetRequiredService<TrainingScheduler>);
            builder.Services.AddSingleton<RunRecovery>();
            builder.Services.AddHostedService(services => services.GetRequiredService<RunRecovery>());
        }

        return builder;
    }

    /// <summary>
    /// Finds out before the host starts whether the other nodes can reach this one. Where it is to train, its engine begins to
    /// check itself meanwhile; the silo's start waits for that.
    /// </summary>
    /// <exception cref="NodeEndpointException">They cannot.</exception>
    public static void CheckNode(this IServiceProvider services)
    {
        if (services.GetRequiredService<RunsNode>().Trains)
        {
            _ = services.GetRequiredService<NodeEngine>().CheckAsync();
        }

        _ = services.GetRequiredService<IOptions<EndpointOptions>>().Value;
    }

    private static TrainingScheduler CreateScheduler(IServiceProvider services)
    {
        // Whoever asks for it: no thread ever trains where numbers come out wrong.
        EngineUnfitException.ThrowIfUnfit(services.GetRequiredService<NodeEngine>().Report);
        var scheduler = new TrainingScheduler(services.GetRequiredService<RunsOptions>().Threads);
        services.GetRequiredService<RunMetrics>().Observe(scheduler);
        return scheduler;
    }

    private static void JoinOthers(this ISiloBuilder silo, RunsNode node)
    {
        if (node.Cluster is not { } cluster)
        {
            // One process, so nobody else has to find these ports: free ones let a second Classroom run beside this one.
            var (siloPort, gatewayPort) = FreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort);
            return;
        }

        // Looked up when the silo starts: the verbs need no address.
        var endpoint = new Lazy<IPEndPoint>(() => NodeEndpoint.Choose(cluster));
        silo.UseAdoNetClustering(database => (database.Invariant, database.ConnectionString) = ("Npgsql", cluster.ConnectionString));
        silo.Configure<EndpointOptions>(advertised =>
        {
            advertised.AdvertisedIPAddress = endpoint.Value.Address;
            advertised.SiloPort = endpoint.Value.Port;
            // Gateways are for clients outside the cluster, and there are none: every node is a silo.
            advertised.GatewayPort = 0;
        });
        silo.Configure<ClusterMembershipOptions>(NoticeDeathSoon);
    }

    /// <summary>
    /// A killed node is dead to the others after 6 to 18 s, a machine that fell silent after about 20 s. Shorter would take
    /// a starved node for a dead one, and a node that is told it is dead must end itself.
    /// </summary>
    private static void NoticeDeathSoon(ClusterMembershipOptions membership)
    {
        // Orleans shortens a probe's time to half of this where answers are quick, and lengthens it to MaxProbeTimeout where
        // a node is slow to answer or this one is itself starved. Three in a row must fail, and a second node must agree
        // where there are three or more.
        membership.ProbeTimeout = TimeSpan.FromSeconds(4);
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(6);
        membership.NumMissedProbesLimit = 3;
        membership.NumVotesForDeathDeclaration = 2;

        // A node that joins waits for all that seem alive. Where every node was killed at once and comes back at another
        // address, nobody is left to declare the old ones dead: they count as alive until they have missed three of these.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.NumMissedTableIAmAliveLimit = 3;

        // Changes are told from node to node; this is for those who missed the word.
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }

    private static (int First, int Second) FreePorts()
    {
        // Both are held at once, so that they differ.
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
