namespace Classroom.Web.Features.ProbeViews;

/// <summary>How many points of one class lie where the network says that class.</summary>
public sealed record BoundaryCount(string Class, int TrainRight, int Train, int UnseenRight, int Unseen);
