using System.Collections.Concurrent;
using Classroom.School;
using Classroom.School.DataSets;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Data.Import;

namespace Classroom.Runs.DataSets;

/// <summary>All data sets by one kind of id: the built-in ones by name, the uploaded ones by their number in the reader.</summary>
public sealed class DataSetCatalog(DataSetReader reader, DataSetStore store)
{
    // A class trains on one or two sets at a time: weak references keep a set while runs use it and let it go afterwards.
    private readonly ConcurrentDictionary<string, WeakReference<DataSet>> uploaded = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<DataSet>>> loading = new();
    private readonly ConcurrentDictionary<Guid, DataSetInfo> described = new();

    /// <summary>What this person may train on, without the examples. No two have one title.</summary>
    public async Task<IReadOnlyList<DataSetInfo>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var infos = new List<DataSetInfo>(BuiltInDataSets.List);
        var uploads = await reader.ListAsync(actor, cancellationToken);
        foreach (var (details, title) in uploads.Zip(ListedTitles.Create(uploads, infos.Select(info => info.Title))))
        {
            infos.Add(await DescribeAsync(details, cancellationToken) with { Title = title });
        }

        return infos;
    }

    /// <summary>Null where there is no such data set, or none that the actor may train on.</summary>
    public async Task<DataSetInfo?> FindAsync(Actor actor, string id, CancellationToken cancellationToken = default) =>
        BuiltInDataSets.List.FirstOrDefault(info => info.Id == id)
        ?? (Guid.TryParse(id, out var key) && await reader.FindVisibleAsync(actor, key, cancellationToken) is { } details
            ? await DescribeAsync(details, cancellationToken)
            : null);

    /// <summary>
    /// What a run was trained on, whose title says so where nobody can train on it any more. Null where there is no such data
    /// set, or the actor may see neither it nor a run on it.
    /// </summary>
    public async Task<DataSetInfo?> FindForRunAsync(Actor actor, string id, CancellationToken cancellationToken = default)
    {
        if (BuiltInDataSets.List.FirstOrDefault(info => info.Id == id) is { } builtIn)
        {
            return builtIn;
        }

        if (!Guid.TryParse(id, out var key) || await reader.FindForRunAsync(actor, key, cancellationToken) is not { } details)
        {
            return null;
        }

        var info = await DescribeAsync(details, cancellationToken);
        return details.IsCurrent
            ? info
            : info with { Title = $"{info.Title} ({(details.ReplacedById is null ? "removed" : "replaced")} since)" };
    }

    /// <summary>A data set that was removed or replaced, for whoever saw it; null for any other.</summary>
    public async Task<DataSetDetails?> FindGoneAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) =>
        await reader.FindForRunAsync(actor, id, cancellationToken) is { IsCurrent: false } gone ? gone : null;

    /// <summary>Loads a data set for training, whoever asks; the run that wants it was checked when it was created.</summary>
    /// <exception cref="InvalidDataException">There is no such data set, or what is stored of it is damaged.</exception>
    public Task<DataSet> LoadAsync(string id, CancellationToken cancellationToken = default)
    {
        // A class presses Train at once: one load for all of them. Drawing or unpacking takes seconds, so not in a grain's turn.
        var load = loading.GetOrAdd(id, key => new(() => Task.Run(() => LoadOnceAsync(key), CancellationToken.None)));
        return load.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Stores an imported data set under its title, as a stream from its temporary file. Refused for students.</summary>
    /// <param name="actor">A teacher or an admin.</param>
    /// <param name="staged">What was imported.</param>
    /// <param name="replaces">The data set whose place it takes; null for one more.</param>
    /// <param name="cancellationToken">Stores nothing.</param>
    public async Task<Outcome<DataSetDetails>> AddAsync(
        Actor actor, StagedDataSet staged, Guid? replaces = null, CancellationToken cancellationToken = default)
    {
        await using var content = staged.OpenRead();
        return await store.CreateAsync(
            actor,
            new NewDataSet
            {
                Title = staged.Info.Title,
                Kind = staged.Info.Kind.ToString(),
                Examples = staged.Info.Examples,
                Shape = staged.Info.Shape,
                Classes = staged.Info.Classes,
                Replaces = replaces,
            },
            content,
            cancellationToken);
    }

    private async Task<DataSet> LoadOnceAsync(string id)
    {
        try
        {
            if (BuiltInDataSets.Get(id) is { } builtIn)
            {
                return builtIn;
            }

            if (uploaded.TryGetValue(id, out var kept) && kept.TryGetTarget(out var known))
            {
                return known;
            }

            var loaded = await ReadAsync(id);
            uploaded[id] = new WeakReference<DataSet>(loaded);
            return loaded;
        }
        finally
        {
            loading.TryRemove(id, out _);
        }
    }

    private async Task<DataSet> ReadAsync(string id)
    {
        await using var content = Guid.TryParse(id, out var key) ? await reader.OpenAsync(key) : null;
        if (content is null)
        {
            throw new InvalidDataException($"There is no data set '{id}'.");
        }

        // The examples alone take memory: the store hands on one part at a time.
        return DataSet.Read(content) with { Id = id };
    }

    /// <summary>
    /// What the data set says of itself, such as how it was divided and scaled, stands at the start of its content. It never
    /// changes, so it is read once.
    /// </summary>
    private async Task<DataSetInfo> DescribeAsync(DataSetDetails details, CancellationToken cancellationToken)
    {
        if (!described.TryGetValue(details.Id, out var info))
        {
            info = await ReadInfoAsync(details, cancellationToken);
            described[details.Id] = info;
        }

        return info with
        {
            Id = details.Id.ToString(),
            Title = details.Title,
            Description = $"Uploaded by {details.OwnerName}. {info.Description}"
        };
    }

    private async Task<DataSetInfo> ReadInfoAsync(DataSetDetails details, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await reader.OpenAsync(details.Id, cancellationToken)
                ?? throw new InvalidDataException("Its content is gone.");
            return await Task.Run(() => DataSet.ReadInfo(content), cancellationToken);
        }
        catch (InvalidDataException)
        {
            // A run on it fails and says so; the list need not.
            var validation = ValidationSplit.ExamplesFor(details.Examples);
            return new DataSetInfo
            {
                Id = details.Id.ToString(),
                Title = details.Title,
                Description = details.IsCurrent ? "What is stored of it is damaged." : "Its examples are no longer stored.",
                Kind = Enum.Parse<DataSetKind>(details.Kind),
                Train = details.Examples - validation,
                Validation = validation,
                Shape = details.Shape,
                Classes = details.Classes,
            };
        }
    }
}
