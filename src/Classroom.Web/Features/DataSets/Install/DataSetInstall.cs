using Classroom.School;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.Training.Data.Import;
using Classroom.Web.Features.DataSets.Uploads;

namespace Classroom.Web.Features.DataSets.Install;

/// <summary>
/// Brings a known public data set, such as MNIST, from an address into the store. The checksum comes from elsewhere than the
/// file, so nobody on the way can put another file in its place.
/// </summary>
public sealed class DataSetInstall(DataSetUpload upload, DataSetDownload download, DataSetInstallOptions options)
{
    private const int Sha256Digits = 64;

    /// <summary>Fetches, checks and stores; for admins only.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="title">What students choose.</param>
    /// <param name="files">Addresses and SHA-256 checksums; those with neither are left out.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Outcome<DataSetDetails>> InstallAsync(
        Actor actor, string? title, IReadOnlyList<InstalledFile> files, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        var wanted = files.Where(file => !string.IsNullOrWhiteSpace(file.Address) || !string.IsNullOrWhiteSpace(file.Sha256)).ToList();
        if (Faults(title, wanted) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Timeout);
        var fetched = new List<TemporaryFile>();
        try
        {
            foreach (var file in wanted)
            {
                if (await FetchAsync(file, fetched, deadline.Token) is { } fault)
                {
                    return new Refusal.Invalid("address", fault);
                }
            }

            return await upload.StoreAsync(
                actor,
                title,
                new(),
                [.. wanted.Zip(fetched, (file, content) => (Name(file), content.OpenRead()))],
                cancellationToken: cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Refusal.Invalid(
                "address",
                $"The download took longer than {options.Timeout.TotalMinutes:0.#} minutes. Fetch the files yourself and upload them.");
        }
        finally
        {
            fetched.ForEach(file => file.Dispose());
        }
    }

    private async Task<string?> FetchAsync(InstalledFile file, List<TemporaryFile> fetched, CancellationToken cancellationToken)
    {
        try
        {
            fetched.Add(await download.FetchAsync(new Uri(file.Address!.Trim()), file.Sha256!.Trim(), cancellationToken));
            return null;
        }
        catch (DataSetDownloadException e)
        {
            return $"{Name(file)}: {e.Message}";
        }
    }

    private List<Fault> Faults(string? title, List<InstalledFile> files)
    {
        var faults = DataSetTitles.FindFaults(title);
        if (files.Count == 0)
        {
            faults.Add(new Fault("address", "Give the address of a file."));
        }

        foreach (var (number, file) in files.Index())
        {
            if (download.Fault(file.Address?.Trim()) is { } fault)
            {
                faults.Add(new Fault("address", $"File {number + 1}: {fault}"));
            }

            if (file.Sha256?.Trim() is not { Length: Sha256Digits } digits || !digits.All(char.IsAsciiHexDigit))
            {
                faults.Add(
                    new Fault("sha256", $"File {number + 1}: Give its SHA-256 checksum, {Sha256Digits} digits from 0 to 9 and a to f."));
            }
        }

        return faults;
    }

    private static string Name(InstalledFile file) => new Uri(file.Address!.Trim()).Segments[^1];
}
