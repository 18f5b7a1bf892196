using System.Collections.Concurrent;
using Classroom.School;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>All data sets by one kind of id: the built-in ones by name, the uploaded ones by their number in the store.</summary>
public sealed class DataSetCatalog(DataSetStore store)
{
    // A class trains on one or two sets at a time: weak references keep a set while runs use it and let it go afterwards.
    private readonly ConcurrentDictionary<string, WeakReference<DataSet>> uploaded = new();

    /// <summary>What this person may train on, without the examples.</summary>
    public async Task<IReadOnlyList<DataSetInfo>> ListAsync(Actor actor, CancellationToken cancellationToken = default) =>
        [.. BuiltInDataSets.List, .. (await store.ListAsync(actor, cancellationToken)).Select(ToInfo)];

    /// <summary>Loads a data set for training, whoever asks; the run that wants it was checked when it was created.</summary>
    /// <exception cref="InvalidDataException">There is no such data set, or what is stored of it is damaged.</exception>
    public async Task<DataSet> LoadAsync(string id, CancellationToken cancellationToken = default)
    {
        if (uploaded.TryGetValue(id, out var kept) && kept.TryGetTarget(out var loaded))
        {
            return loaded;
        }

        if (!Guid.TryParse(id, out var key))
        {
            // Drawing a built-in set takes seconds the first time: not in a grain's turn.
            return await Task.Run(() => BuiltInDataSets.Get(id), cancellationToken) ?? throw new InvalidDataException($"There is no data set '{id}'.");
        }

        await using var content = await store.OpenAsync(key, cancellationToken) ?? throw new InvalidDataException($"There is no data set '{id}'.");
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        loaded = DataSet.FromBytes(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) with { Id = id };
        uploaded[id] = new WeakReference<DataSet>(loaded);
        return loaded;
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

    private static DataSetInfo ToInfo(DataSetDetails details)
    {
        // The same split as the import makes: the last fifth is for validation.
        var validation = details.Examples / 5;
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
