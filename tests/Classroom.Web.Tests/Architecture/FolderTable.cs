namespace Classroom.Web.Tests;

/// <summary>
/// What may use what within a project. A folder stands below all that it uses, so there can be no circle; beside it stand the
/// folders that it uses. "(root)" is the project's own folder.
/// </summary>
internal static class FolderTable
{
    /// <summary>The table of each project: a line for each folder, and indented lines that go on with it.</summary>
    public static IReadOnlyDictionary<string, string> Of { get; } = new Dictionary<string, string>
    {
        ["Classroom.Curriculum"] = """
        Charts
        Lessons
        Quizzes
        Quizzes/Gift Quizzes
        Experiments  Quizzes
        Terms        Lessons, Quizzes, Experiments
        (root)       Experiments, Terms
        Loading      Charts, Lessons, Quizzes, Experiments, Terms, (root)
        """,
        ["Classroom.School"] = """
        (root)
        People
        Audit        (root), People
        Classes      (root), People, Audit
        Questions    (root), People, Audit, Classes
        Assignments  (root), People, Audit, Classes, Questions
        Demo         (root), People, Classes, Assignments
        Review       (root), People
        Attempts     (root), People, Classes, Questions, Assignments, Review
        Sessions     (root), People
        SignInCards  (root), People, Audit, Classes
        AccessTokens (root), People, Audit
        CalendarFeeds (root), People, Audit, Classes, Assignments
        Accounts     (root), People, Audit, Classes, Sessions, SignInCards, AccessTokens, CalendarFeeds
        PictureSignIn (root), People, Audit, Classes, Sessions, SignInCards, Accounts
        Trials       (root), People, Classes
        Runs         (root), People, Audit, Classes, Trials
        DataSets     (root), People, Audit, Classes, Runs
        Experiments  (root), People, Trials, Runs, Assignments
        Feedback     (root), People, Audit, Classes, Assignments, Attempts, Runs
        Tasks        (root), People, Classes, Assignments, Runs
        Progress     (root), People, Classes, Questions, Assignments, Attempts, Trials, Runs, Experiments, Feedback, Tasks
        Gradebook    (root), People, Audit, Classes, Assignments, Progress
        ItemAnalysis (root), Classes, Questions, Assignments, Attempts, Trials
        Regrades     (root), People, Audit, Classes, Questions, Assignments, Attempts, Gradebook, ItemAnalysis
        Home         (root), People, Classes, Assignments, Attempts, Feedback, Progress, Regrades
        """,
        ["Classroom.Training"] = """
        Settings/Values
        Settings
        Settings/Table             Settings/Values, Settings
        Data                       Settings
        Data/Import                Data
        Data/Pictures              Settings, Data
        Data/Points                Settings, Data
        Data/Sequences             Settings, Data
        Data/Text                  Settings, Data
        Data/BuiltIn               Settings/Values, Settings, Data, Data/Pictures, Data/Points, Data/Sequences, Data/Text
        Operations/Reference       Settings
        Operations/Convolutions    Operations/Reference
        Operations                 Settings, Operations/Convolutions
        Networks                   Settings, Data, Operations
        Losses                     Settings, Data, Operations, Networks
        Models                     Settings, Data, Networks
        Models/Autoencoders        Settings, Data, Operations, Networks, Models
        Models/Cnn                 Settings, Data, Operations/Convolutions, Operations, Networks, Models
        Models/Mlp                 Settings, Data, Operations, Networks, Models
        Models/Rnn                 Settings, Data, Operations, Networks, Models
        Models/Table               Settings, Data, Models, Models/Autoencoders, Models/Cnn, Models/Mlp, Models/Rnn
        Optimizers                 Settings
        Probes                     Settings, Data, Networks, Losses, Models
        Probes/Confusion           Data, Networks, Losses, Probes
        Probes/DecisionBoundaries  Data, Networks, Models, Probes
        Probes/Embeddings          Settings, Data, Networks, Probes
        Probes/FeatureMaps         Settings, Data, Networks, Models/Cnn, Probes
        Probes/Filters             Networks, Probes
        Probes/Forecasts           Data, Networks, Probes
        Probes/GradientNorms       Settings, Data, Operations, Networks, Losses, Probes
        Probes/LossSurfaces        Data, Networks, Losses, Models, Probes
        Probes/NetworkWeights      Data, Networks, Probes
        Probes/Predictions         Data, Networks, Probes
        Probes/Reconstructions     Data, Networks, Probes
        Probes/WeightHistograms    Networks, Probes
        Probes/WrittenTexts        Settings, Data, Operations, Networks, Models/Rnn, Probes
        Probes/WeightUpdates       Settings, Networks, Probes
        Probes/Rounds              Settings, Data, Models, Models/Table, Probes, Probes/Confusion, Probes/DecisionBoundaries,
                                   Probes/Embeddings, Probes/FeatureMaps, Probes/Filters, Probes/Forecasts, Probes/GradientNorms,
                                   Probes/LossSurfaces, Probes/NetworkWeights, Probes/Predictions, Probes/Reconstructions,
                                   Probes/WeightHistograms, Probes/WrittenTexts, Probes/WeightUpdates
        Configs                    Settings/Values, Settings, Settings/Table, Data, Data/BuiltIn, Models, Models/Table, Probes/Rounds
        SelfCheck/Checks           Settings, Data, Operations/Reference, Operations/Convolutions, Operations, Networks, Losses,
                                   Models/Rnn, Optimizers, Probes/Embeddings
        SelfCheck                  Operations/Convolutions, Operations, SelfCheck/Checks
        Interactive                Settings, Data, Data/Pictures, Data/BuiltIn, Operations, Networks, Losses, Models, Models/Table,
                                   Optimizers, Probes, Probes/Rounds, SelfCheck
        Loop                       Settings, Data, Data/BuiltIn, Operations, Networks, Losses, Models, Models/Table, Optimizers,
                                   Probes, Probes/Rounds, SelfCheck
        Export                     Settings, Data, Operations, Networks, Models/Cnn, Models/Rnn, Models, Models/Table, Probes,
                                   Probes/FeatureMaps, Probes/Rounds, SelfCheck, Loop
        Measures                   Settings, Probes, Probes/Embeddings, Probes/GradientNorms, Probes/NetworkWeights,
                                   Probes/Reconstructions, Probes/Rounds, Loop
        """,
        ["Classroom.Runs"] = """
        Cluster
        Curves
        DataSets
        Execution
        Telemetry  Execution
        Grains     Cluster, Curves, DataSets, Execution, Telemetry
        Live       Cluster, Curves, Grains
        (root)     Cluster, DataSets, Execution, Telemetry, Grains, Live
        """,
        ["Classroom.Web"] = """
        Hosting/Settings
        Shared/Drawing
        Shared
        Shared/Requests            Shared
        Hosting/Circuits           Hosting/Settings, Shared
        Features/CalendarFeeds     Shared
        Features/Account           Shared, Features/CalendarFeeds
        Layout                     Hosting/Settings, Shared, Features/Account
        (root)                     Shared, Features/Account, Layout
        Features/Glossary          Shared
        Features/Feedback          Shared
        Features/Quizzes           Shared, Shared/Requests, Features/Feedback
        Features/Questions         Shared, Features/Quizzes
        Features/Review            Shared, Features/Quizzes
        Features/Lessons           Shared, Features/Quizzes
        Features/Charts/Statistics Shared/Drawing, Shared
        Features/Charts/Live       Shared, Features/Charts/Statistics
        Features/Charts            Shared/Drawing, Shared, Features/Charts/Statistics, Features/Charts/Live
        Features/ProbeViews        Shared/Drawing, Shared, Features/Charts/Statistics, Features/Charts/Live, Features/Charts
        Features/Playground        Shared/Drawing, Shared, Features/ProbeViews
        Features/Settings
        Features/Experiments       Shared/Drawing, Shared, Features/Charts/Statistics, Features/Charts/Live, Features/Charts,
                                   Features/ProbeViews, Features/Playground, Features/Settings
        Features/Presets           Shared, Features/Charts/Live, Features/Experiments
        Features/Runs              Shared/Drawing, Shared, Shared/Requests, Features/Charts/Statistics, Features/Charts/Live,
                                   Features/Charts, Features/ProbeViews, Features/Playground, Features/Settings, Features/Presets,
                                   Features/Feedback
        Features/Compare           Shared/Drawing, Shared, Features/Charts/Statistics, Features/Charts/Live, Features/Charts,
                                   Features/ProbeViews, Features/Settings, Features/Runs
        Features/Lab/Bench         Shared, Shared/Requests, Features/Settings
        Features/Lab               Shared, Features/Settings, Features/Experiments, Features/Presets, Features/Runs,
                                   Features/Lab/Bench
        Features/DataSets/Uploads  Shared
        Features/DataSets/Install  Shared, Features/DataSets/Uploads
        Features/DataSets          Shared/Drawing, Shared, Features/DataSets/Uploads, Features/DataSets/Install
        Features/Classes           Shared, Shared/Requests, Features/Runs
        Features/PictureSignIn     Shared, Features/Account, Features/Classes
        Features/Rosters           Shared, Features/Classes, Features/PictureSignIn
        Features/Tasks             Shared, Shared/Requests, Features/Experiments, Features/Lab/Bench
        Features/Assignments       Shared, Shared/Requests, Features/Classes, Features/Tasks
        Features/Progress          Shared, Features/Classes
        Features/Gradebook/Files   Shared
        Features/Gradebook         Shared, Shared/Requests, Features/Feedback, Features/Quizzes, Features/Runs, Features/Classes,
                                   Features/Tasks, Features/Assignments, Features/Gradebook/Files
        Features/Regrades          Shared, Shared/Requests, Features/Quizzes, Features/Classes, Features/Gradebook
        Features/ItemAnalysis      Shared, Features/Classes
        Features/Home              Shared, Features/Feedback, Features/Glossary, Features/Quizzes, Features/Runs, Features/Gradebook
        Features/Admin             Shared
        Features/AccessTokens      Shared
        Hosting                    Hosting/Settings, Shared, Hosting/Circuits, Features/CalendarFeeds, Features/Account, (root),
                                   Features/Glossary,
                                   Features/Quizzes, Features/Questions, Features/Charts/Live, Features/Playground, Features/Experiments,
                                   Features/Runs, Features/Lab/Bench, Features/DataSets/Uploads, Features/DataSets/Install,
                                   Features/DataSets, Features/Admin, Features/Classes, Features/Rosters, Features/Tasks,
                                   Features/Assignments, Features/Progress, Features/Gradebook, Features/Regrades
        """,
    };
}
