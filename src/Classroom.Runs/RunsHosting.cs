using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Classroom.Runs;

public static class RunsHosting
{
    /// <summary>Adds the life of runs: silo, scheduler, feed and the services on top. Classroom.School must be added too.</summary>
    public static IHostApplicationBuilder AddRuns(this IHostApplicationBuilder builder, Func<IServiceProvider, RunsOptions> options)
    {
        builder.UseOrleans(silo =>
        {
            // One process, so nobody else has to find these ports: free ones let a second Classroom run beside this one.
            var (siloPort, gatewayPort) = FreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("classroom", "classroom"));
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(services => new TrainingScheduler(services.GetRequiredService<RunsOptions>().Threads));
        builder.Services.AddSingleton<DataSetCatalog>();
        builder.Services.AddSingleton<RunService>();
        builder.Services.AddSingleton<RunFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RunFeed>());
        builder.Services.AddSingleton<RunRecovery>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RunRecovery>());
        return builder;
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
