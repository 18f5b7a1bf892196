using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>
/// One browser window for the tests of a class, one after another. A new one costs as much as three pages, and these tests leave nothing
/// behind in it that the next would see: each opens its own page first.
/// </summary>
public sealed class SharedWindow : IAsyncDisposable
{
    private Visitor? visitor;

    /// <summary>The window, for somebody who has just signed in, or for nobody.</summary>
    public async Task<Visitor> OpenAsync(School school, ViewportSize size, string? userName = null, ClassroomServer? server = null)
    {
        visitor ??= await school.VisitAsync(server: server);
        await visitor.LeaveAsync();
        await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
        if (userName is not null)
        {
            await visitor.SignInQuicklyAsync(userName, School.Password);
        }

        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
    }
}
