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
        IngestionFormat[] formats = options.Format is { } given
            ? [given]
            : [.. files.Select(file => IngestionFormat.Of(file.FullName)).Distinct()];
        return formats.Length == 1
            ? new InputFiles(files, formats[0], options)
            : throw new ArgumentException(
                $"'{path}' stands for files of several formats ({string.Join(", ", formats.Select(one => one.Format))}): a batch has one.",
                nameof(path));
    }

    public IEnumerable<IngestionPart> Cut()
    {
        var places = new BatchPlaces(options);
        foreach (FileInfo file in files)
        {
            BatchPlace place = places.Next(file.Length);
            // The number keeps files of different folders apart.
            yield return new FilePart(file) { Batch = place.Batch, Name = $"{place.Number}-{file.Name}", IsLast = place.IsLast };
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
