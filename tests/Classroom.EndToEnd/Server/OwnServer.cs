namespace Classroom.EndToEnd;

/// <summary>A school of its own for the tests of one class: what they do to it, and to its people, no other test sees.</summary>
public sealed class OwnServer : IAsyncLifetime
{
    public ClassroomServer Server { get; } = new();

    public async ValueTask InitializeAsync() => await Server.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
