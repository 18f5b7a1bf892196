using System.Collections.Concurrent;
using Classroom.School;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>All data sets by one kind of id: the built-in ones by name, the uploaded ones by their number in the store.</summary>
public sealed class DataSetCatalog(DataSetStore store)
{
    // A class trains on one or two sets at a time: weak references keep a set while runs use it and let it go afterwards.
    private readonly ConcurrentDictionary<string, WeakReference<DataSet>> uploaded = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<DataSet>>> loading = new();

    /// <summary>What this person may train on, without the examples.</summary>
    public async Task<IReadOnlyList<DataSetInfo>> ListAsync(Actor actor, CancellationToken cancellationToken = default) =>
        [.. BuiltInDataSets.List, .. (await store.ListAsync(actor, cancellationToken)).Select(ToInfo)];

    /// <summary>Loads a data set for training, whoever asks; the run that wants it was checked when it was created.</summary>
    /// <exception cref="InvalidDataException">There is no such data set, or what is stored of it is damaged.</exception>
    public Task<DataSet> LoadAsync(string id, CancellationToken cancellationToken = default)
    {
        // A class presses Train at once: one load for all of them. Drawing or unpacking takes seconds, so not in a grain's turn.
        var load = loading.GetOrAdd(id, key => new(() => Task.Run(() => LoadOnceAsync(key), CancellationToken.None)));
        return load.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Stores an imported data set under its title. Refused for students.</summary>
    public Task<Outcome<DataSetDetails>> AddAsync(Actor actor, DataSet data, string title, CancellationToken cancellationToken = default) =>
        store.CreateAsync(
            actor,
            new NewDataSet
            {
                Title = title,
                Kind = data.Kind.ToString(),
                Examples = data.Examples,
                Shape = data.Shape,
                Classes = data.Classes,
            },
            new MemoryStream((data with { Title = title }).ToBytes()),
            cancellationToken);

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
        await using var content = Guid.TryParse(id, out var key) ? await store.OpenAsync(key) : null;
        if (content is null)
        {
            throw new InvalidDataException($"There is no data set '{id}'.");
        }

        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer);
        return DataSet.FromBytes(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) with { Id = id };
    }

    private static DataSetInfo ToInfo(DataSetDetails details)
    {
        var validation = ValidationSplit.ExamplesFor(details.Examples);
        return new DataSetInfo
        {
            Id = details.Id.ToString(),
            Title = details.Title,
            Description = $"Uploaded by {details.OwnerName}.",
            Kind = Enum.Parse<DataSetKind>(details.Kind),
            Train = details.Examples - validation,
            Validation = validation,
            Shape = details.Shape,
            Classes = details.Classes,
        };
    }
}
