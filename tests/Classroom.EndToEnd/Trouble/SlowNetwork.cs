using System.Threading.Channels;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>A school's Wi-Fi: everything between page and server arrives late, in order.</summary>
public static class SlowNetwork
{
    /// <summary>Must be called before the page opens its connection.</summary>
    public static Task DelayAsync(IPage page, TimeSpan delay) => page.RouteWebSocketAsync(
        url => url.Contains("/_blazor", StringComparison.Ordinal),
        socket =>
        {
            var server = socket.ConnectToServer();
            var toServer = Late(server, delay);
            var toPage = Late(socket, delay);
            socket.OnMessage(frame => toServer.TryWrite((DateTime.UtcNow, frame)));
            server.OnMessage(frame => toPage.TryWrite((DateTime.UtcNow, frame)));
        });

    private static ChannelWriter<(DateTime Sent, IWebSocketFrame Frame)> Late(IWebSocketRoute receiver, TimeSpan delay)
    {
        var underway = Channel.CreateUnbounded<(DateTime Sent, IWebSocketFrame Frame)>();
        _ = Task.Run(async () =>
        {
            await foreach (var (sent, frame) in underway.Reader.ReadAllAsync())
            {
                var left = sent + delay - DateTime.UtcNow;
                if (left > TimeSpan.Zero)
                {
                    await Task.Delay(left);
                }

                if (frame.Binary is { } bytes)
                {
                    receiver.Send(bytes);
                }
                else
                {
                    receiver.Send(frame.Text!);
                }
            }
        });
        return underway.Writer;
    }
}
