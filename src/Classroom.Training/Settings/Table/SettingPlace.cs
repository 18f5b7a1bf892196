namespace Classroom.Training.Settings.Table;

/// <summary>Where a form shows a setting.</summary>
public enum SettingPlace
{
    /// <summary>In sight.</summary>
    Main,

    /// <summary>With those that most people leave as they are. Leaving it empty leaves the setting out.</summary>
    More,

    /// <summary>In a place of its own, such as the choice of the data set.</summary>
    Apart,

    /// <summary>Nowhere: it is not typed.</summary>
    NoField,
}
