using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>What a page transfers.</summary>
internal sealed class Traffic
{
    private readonly List<IRequest> finished = [];
    private readonly List<string> sockets = [];
    private readonly Visitor visitor;
    private readonly ICDPSession browser;

    private Traffic(Visitor visitor, ICDPSession browser)
    {
        (this.visitor, this.browser) = (visitor, browser);
        visitor.Page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        visitor.Page.RequestFinished += (_, request) => finished.Add(request);
    }

    public IReadOnlyList<string> Sockets => sockets;

    public IEnumerable<string> Addresses => finished.Select(request => request.Url);

    public static async Task<Traffic> OfAsync(Visitor visitor) => new(visitor, await visitor.Page.Context.NewCDPSessionAsync(visitor.Page));

    /// <summary>Begins anew, with a browser that knows nothing of the school.</summary>
    public async Task ForgetAsync()
    {
        await visitor.LeaveAsync();
        await browser.SendAsync("Network.clearBrowserCache");
        finished.Clear();
        sockets.Clear();
    }

    public async Task<long> CountBytesAsync()
    {
        var bytes = 0L;
        foreach (var request in finished.ToList())
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        return bytes;
    }
}
