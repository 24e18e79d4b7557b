using System.Text;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The names of the columns of a delimited file: its first line.</summary>
internal static class CsvHeader
{
    public static string[] Read(string csvFile) => Split(File.ReadLines(csvFile).FirstOrDefault() ?? "");

    private static string[] Split(string line)
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
            else if (line[i] == ',' && !quoted)
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
