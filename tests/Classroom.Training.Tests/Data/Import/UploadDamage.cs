using System.Buffers.Binary;

namespace Classroom.Training.Tests;

/// <summary>Damages a file as transport, wrong programs and hostile people do; the same generator does the same damage.</summary>
internal static class UploadDamage
{
    private static readonly byte[] Telling = [0, 1, 0x7f, 0x80, 0xff, (byte)'\n', (byte)'"', (byte)',', (byte)'/', (byte)'.', (byte)'\\'];

    public static byte[] Apply(byte[] file, byte[][] others, Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            file = Once(file, others, random);
        }

        return file;
    }

    private static byte[] Once(byte[] file, byte[][] others, Random random)
    {
        if (file.Length < 8)
        {
            return [.. file, .. others[random.Next(others.Length)]];
        }

        var at = random.Next(file.Length);
        switch (random.Next(9))
        {
            case 0:
                return With(file, at, (byte)random.Next(256));
            case 1:
                return With(file, at, (byte)(file[at] ^ (1 << random.Next(8))));
            case 2:
                return With(file, at, Telling[random.Next(Telling.Length)]);
            case 3:
                return file[..at];
            case 4:
                return [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(40))..]];
            case 5:
                // A piece of itself twice: rows, entries, headers.
                var piece = file[at..Math.Min(file.Length, at + random.Next(200))];
                return [.. file[..at], .. piece, .. file[at..]];
            case 6:
                var other = others[random.Next(others.Length)];
                return [.. file[..at], .. other[random.Next(other.Length)..]];
            case 7:
                // Lengths and offsets: near the start, near the end, anywhere.
                var place = random.Next(3) switch
                {
                    0 => random.Next(Math.Min(32, file.Length - 4)),
                    1 =>
                    file.Length - 4 - random.Next(Math.Min(80, file.Length - 4)),
                    _ => random.Next(file.Length - 4)
                };
                var grown = file.ToArray();
                int[] values = [0, 1, -1, int.MaxValue, int.MinValue, ushort.MaxValue, file.Length, random.Next(), random.Next(1000)];
                var value = values[random.Next(values.Length)];
                BinaryPrimitives.WriteInt32LittleEndian(
                    grown.AsSpan(place), random.Next(2) == 0 ? value : BinaryPrimitives.ReverseEndianness(value));
                return grown;
            default:
                var noise = new byte[random.Next(1, 60)];
                random.NextBytes(noise);
                return [.. file[..at], .. noise, .. file[at..]];
        }
    }

    private static byte[] With(byte[] file, int at, byte value)
    {
        var changed = file.ToArray();
        changed[at] = value;
        return changed;
    }
}
