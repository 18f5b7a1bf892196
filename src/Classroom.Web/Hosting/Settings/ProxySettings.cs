using System.Net;
using IPNetwork = System.Net.IPNetwork;

namespace Classroom.Web.Hosting.Settings;

/// <summary>The proxy in front of this program, usually the one that speaks TLS.</summary>
public sealed class ProxySettings
{
    public const int MaxCount = 10;

    /// <summary>
    /// IP addresses and networks, such as <c>127.0.0.1, 10.0.0.0/8</c>, whose word about the visitor's address and scheme is
    /// taken. Nobody's by default: whoever is believed can pass for any visitor.
    /// </summary>
    public string Trusted { get; set; } = "";

    /// <summary>How many proxies a request passes, one behind the other.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The trusted networks; a single address is a network of one.</summary>
    public IEnumerable<IPNetwork> ParseTrusted() => Words.Select(ParseNetwork).OfType<IPNetwork>();

    /// <summary>What is wrong with these settings.</summary>
    public IEnumerable<string> Check()
    {
        foreach (var word in Words.Where(word => ParseNetwork(word) is null))
        {
            yield return IPNetwork.TryParse(word, out var network)
                ? $"Classroom__Proxy__Trusted names '{word}', an address inside the network {network}: give the address alone to trust "
                    + $"one proxy, or {network} to trust the whole network."
                : $"Classroom__Proxy__Trusted names '{word}', which is neither an IP address nor a network: give the proxy's address as "
                    + "this program sees it, such as 127.0.0.1, or a network such as 10.0.0.0/8, with commas between several.";
        }

        if (ParseTrusted().Any(network => network.PrefixLength == 0))
        {
            yield return "Classroom__Proxy__Trusted would trust every address, so that anybody could pass for anybody: name the proxy only.";
        }

        if (Count is < 1 or > MaxCount)
        {
            yield return $"Classroom__Proxy__Count is {Count}: give the number of proxies that a request passes, 1 to {MaxCount}.";
        }
    }

    private string[] Words => Trusted.Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork? ParseNetwork(string word) =>
        word.Contains('/', StringComparison.Ordinal)
            // IPNetwork takes '10.0.0.5/8' for all of 10.0.0.0/8, which may be far more than was meant.
            ? IPNetwork.TryParse(word, out var network)
                && network.BaseAddress.Equals(IPAddress.Parse(word[..word.IndexOf('/', StringComparison.Ordinal)]))
                ? network
                : null
            // IPAddress also takes '10' for an address; people write four numbers, or colons.
            : IPAddress.TryParse(word, out var address)
                && (word.Contains(':', StringComparison.Ordinal) || word.Count(letter => letter == '.') == 3)
                ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
                : null;
}
