using Classroom.Training.Probes.FeatureMaps;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The maps of one layer, as one picture.</summary>
public sealed record FeatureMapsSheet(PictureSheet Sheet, FeatureMapsLayer Layer);
