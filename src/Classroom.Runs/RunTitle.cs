using Classroom.Naming;
using Classroom.School.Runs;
using Classroom.Training.Data;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;

namespace Classroom.Runs;

/// <summary>What a run is called: the network and what it learns from.</summary>
public static class RunTitle
{
    public static string Create(TrainingConfig config, DataSetInfo dataSet)
    {
        // A data set may have its title from before there was a rule for titles, and a cut may go through a character.
        var title = NameText.Shown($"{ModelTable.Title(config.Model)} on {dataSet.Title}");
        return title.Length <= Run.LongestTitle ? title : NameText.Shown(title[..Run.LongestTitle]);
    }
}
