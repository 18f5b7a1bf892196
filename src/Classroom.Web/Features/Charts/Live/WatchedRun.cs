using Classroom.Runs.Grains;
using Classroom.Runs.Live;
using Classroom.School.Runs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Measures;
using Classroom.Training.Models.Table;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using Classroom.Web.Features.Charts.Statistics;

namespace Classroom.Web.Features.Charts.Live;

/// <summary>
/// One run on a page, as far as the page has been told of it. The points and the texts of the frames are the server's, once for
/// all who look.
/// </summary>
public sealed class WatchedRun : IAsyncDisposable
{
    private readonly RunWatch? watch;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, List<RunFrameMessage>> frames = [];
    private readonly List<int> frameEpochs = [];
    private ArraySegment<MetricPoint> points = ArraySegment<MetricPoint>.Empty;
    private int framesSeen;
    private bool read;
    private long heard;

    internal WatchedRun(Run run, DataSetInfo? dataSet, string? name, int place, RunWatch? watch, TimeProvider clock)
    {
        (Run, DataSet, Place, this.watch, this.clock) = (run, dataSet, place, watch, clock);
        Config = TrainingConfig.FromJson(run.ConfigJson);
        Title = run.Title ?? ModelTable.Title(Config.Model);
        Name = name ?? Title;
        Status = RunStatus.From(run);
        Steps = EpochSteps.Create(Config, run.Steps, run.TrainExamples ?? (dataSet is null ? null : Config.Choose(dataSet).Train));
        Summary = new CurveSummary(Steps);
        heard = clock.GetTimestamp();
    }

    public Guid Id => Run.Id;

    /// <summary>What the run is called on this page.</summary>
    public string Name { get; set; }

    /// <summary>Where the run stands on this page, from 0: its order and its color in every table and chart.</summary>
    public int Place { get; }

    /// <summary>Its title, or what it is.</summary>
    public string Title { get; }

    /// <summary>Whose run it is, where that is not the reader and she may know it.</summary>
    public string? Owner { get; init; }

    /// <summary>The reader may pause and stop it; otherwise it is only shown to her.</summary>
    public bool IsManaged { get; init; } = true;

    /// <summary>The run as it was when the page began to watch; where it stands now is <see cref="Status"/>.</summary>
    public Run Run { get; }

    public TrainingConfig Config { get; }

    /// <summary>Null where this reader does not see the data set.</summary>
    public DataSetInfo? DataSet { get; }

    public RunStatus Status { get; private set; }

    /// <summary>How many examples each of its steps has.</summary>
    public EpochSteps Steps { get; }

    public CurveSummary Summary { get; }

    /// <summary>What is said of a run that ended before anything was validated; null for others.</summary>
    public string? Unvalidated => read && Status.State.IsFinished() && Summary.Last is null
        ? $"The run ended {(Status.Step == 0 ? "before its first step" : "in its first epoch")}, so no validation loss was measured."
        : null;

    public DataSetKind DataKind => DataSet?.Kind ?? (Config.Model is RnnConfig ? DataSetKind.Text : DataSetKind.Image);

    /// <summary>False where a picture is copied or a number predicted: nothing is right or wrong then.</summary>
    public bool Classifies => !Config.Model.CopiesInput && DataSet?.IsRegression != true;

    public CurveMetric LossMetric => Config switch
    {
        { Loss: LossFunction.MeanSquaredError } => CurveMetric.SquaredError,
        { LabelSmoothing: > 0 } => CurveMetric.SmoothedLoss,
        _ => CurveMetric.Loss,
    };

    /// <summary>True once the curve so far is here: not yet on a page that is rendered in advance.</summary>
    public bool IsRead => read;

    /// <summary>
    /// The kinds of frames that will come or have come. Of a data set that this reader does not see, only what has come tells.
    /// </summary>
    public IEnumerable<string> Kinds =>
        (Config.Probes ?? (DataSet is null ? [] : ProbeKinds.Default(Config.Model, DataSet))).Union(frames.Keys);

    /// <summary>The epochs that have frames, ascending; 0 is before training.</summary>
    public IReadOnlyList<int> FrameEpochs => frameEpochs;

    /// <summary>How long it has been since something came of the run.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(heard);

    /// <summary>It should train, and yet nothing has come for a while.</summary>
    public bool IsSilent => Status.State == RunState.Running && Silence >= WatchedRuns.SilentAfter;

    /// <summary>The run is over, and all that came of it is here.</summary>
    public bool IsComplete => watch is not null && read && Status.State.IsFinished();

    internal bool IsFollowed => watch is not null && !(read && Status.State.IsFinished());

    /// <summary>All frames of a kind so far, oldest first. The same list each time, which grows.</summary>
    public IReadOnlyList<RunFrameMessage> Frames(string kind) => frames.TryGetValue(kind, out var list) ? list : [];

    /// <summary>The same for a panel of views.</summary>
    public ProbePanelRun Shown(string kind) => new(Id.ToString("N"), Name, Frames(kind), Place);

    /// <summary>The curve so far, from a point on: a view of what the server has, not a copy.</summary>
    /// <param name="from">How many points to leave out.</param>
    public IReadOnlyList<MetricPoint> Points(int from = 0) => points[Math.Min(from, points.Count)..];

    /// <summary>Takes in what is new.</summary>
    /// <returns>Whether there was anything; and when there is more.</returns>
    internal (bool IsNews, Task More) Read()
    {
        var news = watch!.Live.Read(0, framesSeen);
        if (read && news.Points.Count == points.Count && news.Frames.Count == 0 && news.Status == Status)
        {
            return (false, news.More);
        }

        var seen = points.Count;
        (read, heard, Status, points) = (true, clock.GetTimestamp(), news.Status, news.Points);
        framesSeen += news.Frames.Count;
        foreach (var frame in news.Frames)
        {
            if (!frames.TryGetValue(frame.Kind, out var list))
            {
                frames[frame.Kind] = list = [];
            }

            list.Add(frame);
            if (frameEpochs.Count == 0 || frame.Epoch > frameEpochs[^1])
            {
                frameEpochs.Add(frame.Epoch);
            }
        }

        foreach (var point in points[seen..])
        {
            Summary.Add(point);
        }

        return (true, news.More);
    }

    public ValueTask DisposeAsync() => watch?.DisposeAsync() ?? ValueTask.CompletedTask;
}
