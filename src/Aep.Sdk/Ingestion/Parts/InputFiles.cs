using System.Globalization;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Aep.Sdk.Ingestion;

/// <summary>The files that a path or pattern stands for, in the order of their names.</summary>
internal sealed class InputFiles(IReadOnlyList<FileInfo> files, IngestionFormat format, IngestionOptions options)
{
    public IngestionFormat Format => format;

    /// <exception cref="ArgumentException">No file is there, one is empty, or they have several formats.</exception>
    public static InputFiles Find(string path, IngestionOptions options)
    {
        FileInfo[] files = [.. Paths(path).Order(StringComparer.Ordinal).Select(file => new FileInfo(file))];
        if (files.Length == 0)
            throw new ArgumentException($"'{path}' stands for no file.", nameof(path));
        if (files.FirstOrDefault(file => file.Length == 0) is { } empty)
            throw new ArgumentException($"{empty.FullName} is empty.", nameof(path));
        IngestionFormat[] formats = options.Format is { } given ? [given] : [.. files.Select(file => IngestionFormat.Of(file.FullName)).Distinct()];
        return formats.Length == 1
            ? new InputFiles(files, formats[0], options)
            : throw new ArgumentException($"'{path}' stands for files of several formats ({string.Join(", ", formats.Select(one => one.Format))}): a batch has one.", nameof(path));
    }

    public IEnumerable<IngestionPart> Cut()
    {
        int batch = 1, inBatch = 0;
        long bytes = 0;
        for (int i = 0; i < files.Count; i++)
        {
            (inBatch, bytes) = (inBatch + 1, bytes + files[i].Length);
            bool isLast = i == files.Count - 1 || inBatch == options.FilesPerBatch || bytes + files[i + 1].Length > options.MaxBatchBytes;
            // The number keeps files of different folders apart.
            string name = string.Create(CultureInfo.InvariantCulture, $"{inBatch:00000}-{files[i].Name}");
            yield return new FilePart(files[i]) { Batch = batch, Name = name, IsLast = isLast };
            if (isLast)
                (batch, inBatch, bytes) = (batch + 1, 0, 0);
        }
    }

    private static IEnumerable<string> Paths(string path)
    {
        if (File.Exists(path))
            return [Path.GetFullPath(path)];
        if (Directory.Exists(path))
            return Directory.GetFiles(Path.GetFullPath(path));
        int star = path.IndexOfAny(['*', '?']);
        if (star < 0)
            return [];
        int folderEnd = path.LastIndexOfAny(['/', '\\'], star) + 1;
        return new Matcher(StringComparison.Ordinal).AddInclude(path[folderEnd..])
            .GetResultsInFullPath(folderEnd == 0 ? Environment.CurrentDirectory : Path.GetFullPath(path[..folderEnd]));
    }
}
