// Compiled by MSBuild from MendLibTorchSharp.targets (.NET Standard 2.0), and by Classroom.Training.Tests.
using System;
using System.IO;
using System.Linq;
using System.Text;

namespace Classroom.Training.Build;

/// <summary>
/// libLibTorchSharp.so names GLIBCXX_3.4.32 as required, though nothing in it needs a symbol of that version.
/// Debian 12 stops at 3.4.30 and refuses the library. Marking that one requirement weak (VER_FLG_WEAK in the ELF
/// section .gnu.version_r) makes the loader accept it; the code itself is unchanged.
/// </summary>
public static class GlibcxxRequirement
{
    public const string Version = "GLIBCXX_3.4.32";
    private const uint SectionTypeVersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const byte Weak = 2;

    /// <summary>Marks the requirement weak in a 64-bit little-endian ELF image; false where there is nothing to change.</summary>
    public static bool Weaken(byte[] elf)
    {
        var flags = FindFlags(elf);
        if (flags < 0 || (elf[flags] & Weak) != 0)
        {
            return false;
        }

        elf[flags] |= Weak;
        return true;
    }

    /// <summary>The offset of the requirement's flags (Elf64_Vernaux.vna_flags), or -1 if the image has no such requirement.</summary>
    public static int FindFlags(byte[] elf)
    {
        if (elf.Length < 64 || elf[0] != 0x7f || elf[1] != 'E' || elf[2] != 'L' || elf[3] != 'F' || elf[4] != 2 || elf[5] != 1)
        {
            return -1;
        }

        var sections = (int)BitConverter.ToInt64(elf, 40);
        int sectionSize = BitConverter.ToUInt16(elf, 58), sectionCount = BitConverter.ToUInt16(elf, 60);
        for (var i = 0; i < sectionCount; i++)
        {
            var section = sections + i * sectionSize;
            if (BitConverter.ToUInt32(elf, section + 4) != SectionTypeVersionNeeds)
            {
                continue;
            }

            var strings = sections + (int)BitConverter.ToUInt32(elf, section + 40) * sectionSize;
            var stringTable = (int)BitConverter.ToInt64(elf, strings + 24);
            var need = (int)BitConverter.ToInt64(elf, section + 24);
            for (var n = BitConverter.ToUInt32(elf, section + 44); n > 0; n--)
            {
                var entry = need + (int)BitConverter.ToUInt32(elf, need + 8);
                for (int k = BitConverter.ToUInt16(elf, need + 2); k > 0; k--)
                {
                    var name = stringTable + (int)BitConverter.ToUInt32(elf, entry + 8);
                    if (Encoding.ASCII.GetString(elf, name, Version.Length + 1) == Version + "\0")
                    {
                        return entry + 4;
                    }

                    entry += (int)BitConverter.ToUInt32(elf, entry + 12);
                }

                need += (int)BitConverter.ToUInt32(elf, need + 12);
            }
        }

        return -1;
    }
}

#if !CLASSROOM_TESTS
public sealed class MendLibTorchSharp : Microsoft.Build.Utilities.Task
{
    private static readonly string[] LibraryFolders =
        { "/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib" };

    [Microsoft.Build.Framework.Required]
    public string File { get; set; }

    /// <summary>The folder that a failed load leaves beside the program and that would be loaded instead.</summary>
    public string StaleFolder { get; set; }

    public override bool Execute()
    {
        var libstdcxx = LibraryFolders.Select(folder => Path.Combine(folder, "libstdc++.so.6")).FirstOrDefault(System.IO.File.Exists);
        if (libstdcxx != null
            && Encoding.ASCII.GetString(System.IO.File.ReadAllBytes(libstdcxx)).Contains(GlibcxxRequirement.Version + "\0"))
        {
            return true;
        }

        var elf = System.IO.File.ReadAllBytes(File);
        if (GlibcxxRequirement.Weaken(elf))
        {
            // The copy may be a hard link into the package cache: replace it, never write through it.
            // The old time stamp keeps the next build from copying over it.
            var time = System.IO.File.GetLastWriteTimeUtc(File);
            var mended = File + ".mended";
            System.IO.File.WriteAllBytes(mended, elf);
            System.IO.File.SetLastWriteTimeUtc(mended, time);
            System.IO.File.Delete(File);
            System.IO.File.Move(mended, File);
            if (Directory.Exists(StaleFolder))
            {
                Directory.Delete(StaleFolder, true);
            }

            Log.LogMessage(
                Microsoft.Build.Framework.MessageImportance.High, "Marked " + GlibcxxRequirement.Version + " as weak in " + File);
        }

        return true;
    }
}
#endif
