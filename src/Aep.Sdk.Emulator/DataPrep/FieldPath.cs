using System.Text;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>A path of members with dots between them; a dot that belongs to a name has a backslash before it.</summary>
internal static class FieldPath
{
    public static string[] Split(string path)
    {
        if (!path.Contains('\\', StringComparison.Ordinal))
            return path.Split('.');
        var steps = new List<string>();
        var step = new StringBuilder();
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '\\' && i + 1 < path.Length && path[i + 1] == '.')
                step.Append(path[++i]);
            else if (path[i] == '.')
                Take(steps, step);
            else
                step.Append(path[i]);
        }
        Take(steps, step);
        return [.. steps];
    }

    private static void Take(List<string> steps, StringBuilder step)
    {
        steps.Add(step.ToString());
        step.Clear();
    }
}
