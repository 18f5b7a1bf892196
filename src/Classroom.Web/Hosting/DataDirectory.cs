using System.Runtime.Versioning;
using Classroom.Training.Data.Import;
using Classroom.Web.Hosting.Settings;
using Classroom.Web.Shared;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting;

/// <summary>
/// The folder with the SQLite file and with uploads that are being read: for the user that runs the program, and nobody else.
/// </summary>
internal static partial class DataDirectory
{
    // Enough to tell a full disk.
    private const int Needed = 128 * 1024;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // What we put there, what a file system puts there, and what a repository needs to keep a folder.
    private static readonly string[] Ours = ["classroom.db", UploadFolder.Name, "lost+found", ".git"];

    /// <summary>As <see cref="Prepare(IHostEnvironment, ClassroomSettings)"/>, and warns where others can look into it.</summary>
    public static string Prepare(IHostEnvironment environment, ClassroomSettings settings, ILogger log)
    {
        var folder = Prepare(environment, settings);
        if (IsOpenToOthers(folder))
        {
            LogOpen(log, folder);
        }

        return folder;
    }

    /// <summary>Makes it where there is none, takes others' rights from one that has them, and makes sure that it can be written.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="OptionsValidationException">It cannot be made or written; the message names the setting.</exception>
    public static string Prepare(IHostEnvironment environment, ClassroomSettings settings)
    {
        var folder = Path.GetFullPath(Path.Combine(environment.ContentRootPath, settings.DataDirectory));
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, Private);
                MakePrivate(folder);
            }

            using var written = new TemporaryFile(folder);
            written.Stream.Write(new byte[Needed]);
            written.Stream.Flush();
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(
                ClassroomSettings.Section,
                typeof(ClassroomSettings),
                [
                    $"Classroom__DataDirectory is '{folder}', and nothing can be written there ({fault.Message.TrimEnd('.')}): make it "
                    + "writable for the user that runs Classroom, or name another folder."
                ]);
        }
    }

    private static bool IsOpenToOthers(string folder) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & ~Private) != UnixFileMode.None;

    [UnsupportedOSPlatform("windows")]
    private static void MakePrivate(string folder)
    {
        // Somebody may have named /tmp or a home: taking those from everyone else would break the machine.
        if (!IsOpenToOthers(folder) || Directory.EnumerateFileSystemEntries(folder).Any(entry => !IsOurs(Path.GetFileName(entry))))
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(folder, Private);
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's folder that we may use; a warning tells of it.
        }
    }

    private static bool IsOurs(string name) => Ours.Any(ours => name.StartsWith(ours, StringComparison.Ordinal));

    [LoggerMessage(
        LogLevel.Warning,
        "Other users of this machine can look into {Folder}, because other files lie in it or it belongs to somebody else. Give "
        + "Classroom a folder of its own with Classroom__DataDirectory.")]
    private static partial void LogOpen(ILogger log, string folder);
}
