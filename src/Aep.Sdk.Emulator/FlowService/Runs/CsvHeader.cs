using System.IO.Compression;
using System.Text;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The names of the columns of a delimited file: its first line.</summary>
internal static class CsvHeader
{
    public static string[] Read(string file, SourceFormat format)
    {
        try
        {
            using Stream stream = format.Compression == "gzip" ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
            using var reader = new StreamReader(stream);
            return Split(reader.ReadLine() ?? "", format.Delimiter[0]);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException($"The file is not a gzip file: {exception.Message}", exception);
        }
    }

    private static string[] Split(string line, char delimiter)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                name.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == delimiter && !quoted)
                Take(names, name);
            else
                name.Append(line[i]);
        }
        Take(names, name);
        return [.. names];
    }

    private static void Take(List<string> names, StringBuilder name)
    {
        names.Add(name.ToString());
        name.Clear();
    }
}
