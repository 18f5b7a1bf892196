using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Classroom.EndToEnd;

/// <summary>A real nginx in front of a server, with TLS and with the configuration that deploy/nginx.conf recommends.</summary>
public sealed partial class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private const string Name = "classroom.localhost";

    private readonly string folder = Directory.CreateTempSubdirectory("classroom-nginx-").FullName;
    private readonly ClassroomServer server;
    private readonly int port = FreePort();
    private readonly int plainPort = FreePort();
    private Process? process;
    private string thumbprint = "";

    /// <param name="server">The server behind it, which need not be there yet.</param>
    public Nginx(ClassroomServer server) => this.server = server;

    /// <summary>Where browsers find the school: each takes a name that ends in .localhost for its own machine's.</summary>
    public string Address => $"https://{Name}:{port}";

    public async Task StartAsync()
    {
        await WriteCertificateAsync();
        var site = Path.Combine(folder, "site.conf");
        await File.WriteAllTextAsync(
            site, Localize(await File.ReadAllTextAsync(Path.Combine(ClassroomServer.WebProject, "../../deploy/nginx.conf"))));
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            pid {{folder}}/nginx.pid;
            error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                include {{site}};
            }
            """);
        process = Process.Start(new ProcessStartInfo(Program, ["-p", folder, "-c", configuration, "-e", "stderr"]))
            ?? throw new InvalidOperationException("nginx did not start.");
        await Waiting.UntilAsync(AnswersAsync, answers => answers || process.HasExited, "nginx to listen");
        Assert.False(process.HasExited, "nginx ended: its reasons are above.");
    }

    /// <summary>A client that takes this server's certificate only, and decides itself where to go.</summary>
    /// <param name="plain">At the port without TLS.</param>
    public HttpClient Client(bool plain = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == thumbprint },
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, plain ? plainPort : port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri(plain ? $"http://{Name}:{plainPort}" : Address) };

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // The master stops its workers.
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await stop.WaitForExitAsync();
            await process.WaitForExitAsync().WaitAsync(Waiting.Longest);
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Ports, name, certificate and server of this test; everything else is as it is recommended.</summary>
    private string Localize(string recommended)
    {
        var local = SixListener().Replace(recommended, "");
        foreach (var (there, here) in new[]
        {
            ("listen 80;", $"listen 127.0.0.1:{plainPort};"),
            ("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;"),
            ("classroom.school.example;", $"{Name};"),
            ("/etc/ssl/certs/classroom.pem", $"{folder}/certificate.pem"),
            ("/etc/ssl/private/classroom.key", $"{folder}/key.pem"),
            ("http://127.0.0.1:5080", server.Address),
        })
        {
            Assert.Contains(there, local, StringComparison.Ordinal);
            local = local.Replace(there, here, StringComparison.Ordinal);
        }

        return local;
    }

    private async Task WriteCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        thumbprint = certificate.Thumbprint;
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^ *listen \[::\].*\n", RegexOptions.Multiline)]
    private static partial Regex SixListener();
}
