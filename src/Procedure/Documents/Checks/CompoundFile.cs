using System.Buffers.Binary;
using System.Text;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>An entry of a compound file's directory.</summary>
internal sealed record CompoundEntry(string Name, bool IsStream, uint Start, long Size);

/// <summary>Reads the directory and the streams of an OLE compound file, as far as a check needs them. What contradicts itself is an <see cref="InvalidDataException"/>.</summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int MostSectors = 1 << 20;
    private readonly Stream content;
    private readonly int sectorSize;
    private readonly uint cutoff;
    private readonly uint miniFatStart;
    private readonly List<uint> table = [];

    public CompoundFile(Stream content)
    {
        this.content = content;
        var header = ReadAt(0, 512);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x1E));
        if (shift is not (9 or 12))
            throw new InvalidDataException("The sectors of a compound file have 512 or 4096 bytes.");
        sectorSize = 1 << shift;
        cutoff = Number(header, 0x38);
        miniFatStart = Number(header, 0x3C);
        ReadTable(header);
        Entries = [.. ReadEntries(Number(header, 0x30))];
    }

    /// <summary>Everything in the directory, storages and streams.</summary>
    public IReadOnlyList<CompoundEntry> Entries { get; }

    /// <summary>The first bytes of a stream, at most so many.</summary>
    public byte[] Read(CompoundEntry entry, int most)
    {
        var wanted = (int)Math.Min(entry.Size, most);
        var bytes = new byte[wanted];
        var (chain, size, from) = entry.Size >= cutoff
            ? (Chain(entry.Start), sectorSize, (Func<uint, long>)Place) : (MiniChain(entry.Start), 64, MiniPlace());
        var at = 0;
        foreach (var sector in chain)
        {
            if (at >= wanted)
                break;
            var length = Math.Min(size, wanted - at);
            ReadAt(from(sector), length).CopyTo(bytes, at);
            at += length;
        }
        return at >= wanted ? bytes : throw new InvalidDataException("A stream breaks off.");
    }

    private void ReadTable(byte[] header)
    {
        var blocks = Enumerable.Range(0, 109).Select(index => Number(header, 0x4C + (4 * index))).ToList();
        var next = Number(header, 0x44);
        for (var steps = 0; next < EndOfChain - 1; steps++)
        {
            var sector = ReadAt(Place(next), sectorSize);
            blocks.AddRange(Enumerable.Range(0, (sectorSize / 4) - 1).Select(index => Number(sector, 4 * index)));
            next = Number(sector, sectorSize - 4);
            if (steps > MostSectors / sectorSize)
                throw new InvalidDataException("The table of sectors runs in a circle.");
        }
        foreach (var block in blocks.Where(block => block < EndOfChain - 1))
        {
            var sector = ReadAt(Place(block), sectorSize);
            table.AddRange(Enumerable.Range(0, sectorSize / 4).Select(index => Number(sector, 4 * index)));
        }
    }

    private IEnumerable<CompoundEntry> ReadEntries(uint start)
    {
        foreach (var sector in Chain(start))
        {
            var bytes = ReadAt(Place(sector), sectorSize);
            for (var at = 0; at < sectorSize; at += 128)
            {
                var (length, type) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 0x40)), bytes[at + 0x42]);
                if (type is not 0 && length is >= 2 and <= 64)
                    yield return new CompoundEntry(Encoding.Unicode.GetString(bytes, at, length - 2), type == 2, Number(bytes, at + 0x74), Number(bytes, at + 0x78));
            }
        }
    }

    private IEnumerable<uint> Chain(uint start)
    {
        var seen = 0;
        for (var sector = start; sector < EndOfChain - 1; sector = table[(int)sector])
        {
            if (sector >= table.Count || ++seen > table.Count)
                throw new InvalidDataException("A chain of sectors leads nowhere.");
            yield return sector;
        }
    }

    private IEnumerable<uint> MiniChain(uint start)
    {
        var links = Chain(miniFatStart).SelectMany(sector =>
        {
            var bytes = ReadAt(Place(sector), sectorSize);
            return Enumerable.Range(0, sectorSize / 4).Select(index => Number(bytes, 4 * index));
        }).ToList();
        var seen = 0;
        for (var sector = start; sector < EndOfChain - 1; sector = links[(int)sector])
        {
            if (sector >= links.Count || ++seen > links.Count)
                throw new InvalidDataException("A chain of small sectors leads nowhere.");
            yield return sector;
        }
    }

    private Func<uint, long> MiniPlace()
    {
        var sectors = Chain(Entries[0].Start).ToList();
        return mini => Place(sectors[(int)(mini * 64 / sectorSize)]) + (mini * 64 % sectorSize);
    }

    private long Place(uint sector) => (sector + 1L) * sectorSize;

    private byte[] ReadAt(long position, int length)
    {
        var bytes = new byte[length];
        if (position >= content.Length)
            throw new InvalidDataException("A sector lies behind the end.");
        content.Position = position;
        // The last sector may be cut short.
        content.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return bytes;
    }

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
