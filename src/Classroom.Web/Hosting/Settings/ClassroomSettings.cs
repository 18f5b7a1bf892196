namespace Classroom.Web.Hosting.Settings;

/// <summary>The settings of section <c>Classroom</c>; README.md lists them.</summary>
public sealed class ClassroomSettings
{
    public const string Section = "Classroom";

    /// <summary>Fills an empty database with the demo school, and says on each page that it is one.</summary>
    public bool Demo { get; set; }

    /// <summary>Holds the SQLite file; relative to the content root.</summary>
    public string DataDirectory { get; set; } = "data";

    public SchoolSettings School { get; set; } = new();

    public DatabaseSettings Database { get; set; } = new();

    public NodeSettings Node { get; set; } = new();

    public TrainingSettings Training { get; set; } = new();

    public DataSetSettings DataSets { get; set; } = new();

    public ProxySettings Proxy { get; set; } = new();

    public CircuitSettings Circuits { get; set; } = new();
}
