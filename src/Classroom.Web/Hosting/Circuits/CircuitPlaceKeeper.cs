namespace Classroom.Web.Hosting.Circuits;

/// <summary>
/// Made with a circuit and disposed of with it: until then its place is taken, also while its page is away. A circuit handler
/// would come too late: Blazor makes those only when the circuit is first given something to draw.
/// </summary>
public sealed class CircuitPlaceKeeper(CircuitDoor door) : IDisposable
{
    private readonly IDisposable? place = door.Granted;

    public void Dispose() => place?.Dispose();
}
