using System.Security.Claims;
using Classroom.Web.Hosting.Settings;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting.Circuits;

/// <summary>Decides who gets a circuit, and has the words for those who do not.</summary>
public sealed class CircuitDoor(IOptions<ClassroomSettings> settings, ILogger<CircuitDoor> log)
{
    private readonly CircuitSettings limits = settings.Value.Circuits;
    private readonly AsyncLocal<IDisposable?> granted = new();

    /// <summary>Of circuits, also of those whose page is away for a while.</summary>
    private CircuitPlaces Circuits { get; } = new(settings.Value.Circuits.PerPerson, settings.Value.Circuits.PerAddress);

    /// <summary>
    /// Of connections, which are to be had without a circuit. Twice as many: when a school's Wi-Fi comes back, all pages connect
    /// again before their old connections are found to be dead.
    /// </summary>
    private CircuitPlaces Connections { get; } = new(2 * settings.Value.Circuits.PerPerson, 2 * settings.Value.Circuits.PerAddress);

    public static CircuitVisitor? VisitorOf(HttpContext? context) =>
        context?.User is { Identity.IsAuthenticated: true } user && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? CircuitVisitor.Create(id, context.Connection.RemoteIpAddress)
            : null;

    /// <summary>Why this visitor would get no circuit now; null where she would.</summary>
    public string? Refusal(CircuitVisitor visitor) => (Circuits.Full(visitor) ?? Connections.Full(visitor)) switch
    {
        null => null,
        FullFor.Person =>
            $"You have {limits.PerPerson} or more interactive pages open. Close the tabs and windows that you do not need, here and on "
            + "your other devices, then try again.",
        _ => "Very many Classroom pages are open in your school right now. Close the ones that you do not need, wait a minute, then try again.",
    };

    public IDisposable? TakeConnection(CircuitVisitor visitor) => Taken(Connections, visitor, "connection");

    /// <summary>Opens a circuit in a place that is its own until it ends; null, without opening it, where no place is left.</summary>
    public async ValueTask<object?> OpenAsync(CircuitVisitor visitor, Func<ValueTask<object?>> open)
    {
        if (Taken(Circuits, visitor, "circuit") is not { } place)
        {
            return null;
        }

        granted.Value = place;
        object? circuit = null;
        try
        {
            circuit = await open();
            return circuit;
        }
        finally
        {
            granted.Value = null;
            if (circuit is null)
            {
                place.Dispose();
            }
        }
    }

    /// <summary>The place of the circuit that is being opened.</summary>
    public IDisposable? Granted => granted.Value;

    private IDisposable? Taken(CircuitPlaces places, CircuitVisitor visitor, string what)
    {
        var full = places.Full(visitor);
        var place = places.Take(visitor);
        if (place is null)
        {
            log.LogWarning(
                "A {What} was refused: the limit for one {Limit} is reached (Classroom__Circuits__PerPerson is {PerPerson}, __PerAddress "
                + "{PerAddress}). "
                + "Where everybody seems to have the same address, name the proxy in Classroom__Proxy__Trusted.",
                what, full == FullFor.Person ? "person" : "address", limits.PerPerson, limits.PerAddress);
        }

        return place;
    }
}
