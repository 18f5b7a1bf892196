namespace Classroom.Web.Features.ProbeViews;

/// <summary>A picture as a data address, which all viewers of a run share.</summary>
public sealed record PictureAddress(string Address);
