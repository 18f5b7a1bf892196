using Classroom.School;

namespace Classroom.Web.Hosting.Settings;

/// <summary>Section <c>Classroom:DataSets</c>.</summary>
public sealed class DataSetSettings
{
    /// <summary>What all data sets that one person has stored may take up together, unpacked.</summary>
    public int MaxMegabytesPerPerson { get; set; } = 1024;

    public SchoolLimits ToLimits() => new() { DataSetBytesPerPerson = MaxMegabytesPerPerson * 1024L * 1024 };
}
