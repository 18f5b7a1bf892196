using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Presets;

/// <summary>
/// All presets. Each is offered only on the data sets that its promise was checked on; on anybody's own data only a starting
/// point is, which promises nothing.
/// </summary>
public static class LabPresets
{
    /// <summary>Those with a promise, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<LabPreset> All = [
        .. PicturePresets.All, .. PointPresets.All, .. SequencePresets.All, .. TextPresets.All
    ];

    /// <summary>What can be begun with on this data set, the usual one first; never empty.</summary>
    public static IReadOnlyList<LabPreset> For(DataSetInfo data) =>
        BuiltInDataSets.List.Any(info => info.Id == data.Id)
            ? [.. All.Where(preset => preset.DataSets.Contains(data.Id))]
            : [StartingPoint(data.Kind)];

    /// <summary>The preset that a config is, whatever its seed; null where it is none, or something in it was changed.</summary>
    public static LabPreset? Find(TrainingConfig config, DataSetInfo data) => For(data).FirstOrDefault(preset => preset.IsOf(config));

    /// <summary>Settings that often do on data of this kind.</summary>
    public static LabPreset StartingPoint(DataSetKind kind) => kind switch
    {
        DataSetKind.Image => PicturePresets.StartingPoint,
        DataSetKind.Table => PointPresets.StartingPoint,
        DataSetKind.Sequence => SequencePresets.StartingPoint,
        _ => TextPresets.StartingPoint,
    };
}
