using Classroom.Benchmarks;

return args switch
{
    ["engine"] => EngineReportPrint.Print(),
    ["loop"] => SpeedComparison.WithBareLoop(),
    ["loop", var only] => SpeedComparison.WithBareLoop(only),
    ["peers"] => SpeedComparison.WithPeers(),
    ["peers", var only] => SpeedComparison.WithPeers(only),
    ["probes"] => ProbeCost.Measure(),
    ["probes", var run] => ProbeCost.Measure(run),
    ["thirty"] => await ThirtyRuns.MeasureAsync(threads: 1) + await ThirtyRuns.MeasureAsync(threads: 2),
    ["thousand"] => await ThousandRuns.MeasureAsync(),
    ["curves"] => await StoredCurves.MeasureAsync(),
    ["class", var address] => await WholeClass.MeasureAsync(address),
    ["hand-ins", var address] => await HandIns.MeasureAsync(address),
    ["class-pages", var address] => await ClassPages.MeasureAsync(address),
    ["watchers", var program, var seconds] => await Watchers.MeasureAsync(program, int.Parse(seconds)),
    ["mnist", var folder] => Mnist.Measure(folder),
    ["first-point", var address] => await FirstPoint.MeasureAsync(address),
    ["samples", var folder] => SampleSheets.Draw(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Give one of these, after: dotnet run --project tests/Classroom.Benchmarks -c Release --
          engine                how this machine computes: processor, libraries, what the engine's check found, its time
          loop [MODEL]          steps a second of training runs against bare TorchSharp loops of the same networks; of all,
                                or of cnn, gru_text, gru_sequence or mlp
          peers [MODEL]         steps a second of training runs against Debian's PyTorch (python3-torch), one thread each
          probes [RUN]          what each probe adds to the processor time of a run; of all its runs, or of those whose
                                name begins so: CNN, GRU, MLP, Autoencoder
          thirty                thirty runs of thirty students at once on SQLite: first points, fairness, sum of steps a second
          thousand              a thousand short runs one after another: memory
          curves                what stored curves take on SQLite, and how long reading one takes
          class ADDRESS         the same over HTTP: thirty students of the demo school of a running Classroom, and glossary
                                pages meanwhile
          hand-ins ADDRESS      a hundred students of a new class of a running Classroom with its demo school hand in a quiz,
                                within a second and at one moment: times, marks, and when the open grid shows them all
          class-pages ADDRESS   how long the grid and the gradebook of a new class of thirty with forty assignments take to open
          watchers DLL SECONDS  thirty runs on a trainer here, shown by a web node of its own (DLL is Classroom.Web.dll): from
                                training step to painted point, and the web node's cores; circuits at the other addresses
                                that it prints are opened by whatever one has; CLASSROOM_TEST_POSTGRES names a PostgreSQL
          mnist FOLDER          accuracy on real handwritten digits, from two IDX files
          first-point ADDRESS   from the click on Train to the first painted point, and what else the browser sees while
                                a run trains; ADDRESS is a running Classroom with its demo school
          samples FOLDER        draws a sheet of examples of each built-in data set into FOLDER
        """);
    return 2;
}
