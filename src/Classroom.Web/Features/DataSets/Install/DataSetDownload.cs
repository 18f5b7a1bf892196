using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Classroom.Training.Data.Import;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.DataSets.Install;

/// <summary>Fetches a file from the public internet to a temporary one and checks that it is the expected one.</summary>
public sealed class DataSetDownload : IDisposable
{
    private const int Buffer = 64 * 1024;

    private readonly DataSetInstallOptions options;
    private readonly HttpClient http;

    public DataSetDownload(DataSetInstallOptions options)
    {
        this.options = options;
        http = new HttpClient(new SocketsHttpHandler
        {
            // Each redirect is checked as the first address was; a proxy would connect where it likes.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>What is wrong with an address before anything is asked there; null when nothing is.</summary>
    public string? Fault(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Fault(uri) : "Give an address that starts with https://.";

    /// <param name="address">One without a <see cref="Fault(string?)"/>.</param>
    /// <param name="sha256">Its checksum in 64 hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="DataSetDownloadException">It could not be fetched, or is another file; the message is for the admin.</exception>
    public async Task<TemporaryFile> FetchAsync(Uri address, string sha256, CancellationToken cancellationToken)
    {
        var file = new TemporaryFile(UploadFolder.Current);
        try
        {
            using var answer = await AskAsync(address, cancellationToken);
            var found = await CopyAsync(answer, file.Stream, cancellationToken);
            return found.Equals(sha256, StringComparison.OrdinalIgnoreCase)
                ? file
                : throw new DataSetDownloadException(
                    $"The file has another checksum: {found}. It is not the right file, or it was changed on the way.");
        }
        catch (Exception e) when (e is HttpRequestException or (IOException and not DataSetDownloadException))
        {
            file.Dispose();
            throw new DataSetDownloadException($"It could not be fetched: {e.GetBaseException().Message}", e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= options.MaxRedirects; redirects++)
        {
            var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            using (answer)
            {
                if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                {
                    throw new DataSetDownloadException($"The server answered {(int)answer.StatusCode}. Is the address right?");
                }

                address = new Uri(address, location);
                if (Fault(address) is { } fault)
                {
                    throw new DataSetDownloadException($"The server sends on to {address.Host}. {fault}");
                }
            }
        }

        throw new DataSetDownloadException($"The server sends on more than {options.MaxRedirects} times.");
    }

    private async Task<string> CopyAsync(HttpResponseMessage answer, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[Buffer];
        var length = answer.Content.Headers.ContentLength ?? 0;
        for (var copied = 0L; Math.Max(copied, length) <= options.MaxBytes;)
        {
            var read = await content.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            copied += read;
        }

        throw new DataSetDownloadException($"The file is larger than {options.MaxBytes / (1024 * 1024):N0} MiB.");
    }

    private string? Fault(Uri address) => address switch
    {
        { UserInfo: not "" } => "An address with a name and a password in it is not allowed.",
        { Scheme: "https" } => null,
        { Scheme: "http", IsLoopback: true } when options.AllowLoopback => null,
        _ => "Give an address that starts with https://.",
    };

    private bool IsAllowed(IPAddress address) =>
        PublicAddress.IsPublic(address) || (options.AllowLoopback && IPAddress.IsLoopback(address));

    // Checked here, where the address is used: a name could be looked up twice with two answers.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = found.Where(IsAllowed).ToArray();
        if (allowed.Length == 0)
        {
            throw new DataSetDownloadException($"{host} is not on the public internet. Upload the files instead.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
