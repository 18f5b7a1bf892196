namespace Classroom.Runs.Cluster;

/// <summary>A node cannot be reached where its settings say; the message is for whoever runs it.</summary>
public sealed class NodeEndpointException(string message, Exception inner) : Exception(message, inner);
