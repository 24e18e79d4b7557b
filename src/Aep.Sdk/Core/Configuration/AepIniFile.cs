using System.Text;
using Aep.Sdk.Core.Configuration;

namespace Aep.Sdk;

/// <summary>
/// An INI file that is written back in place: comments, order, unknown keys, line endings and a byte order mark stay as they are.
/// The samples keep the ids of what they have created in it.
/// </summary>
public sealed class AepIniFile
{
    private readonly List<Line> _lines;
    private readonly string _newLine;
    private readonly bool _byteOrderMark;

    private AepIniFile(string path, string text, bool byteOrderMark)
    {
        Path = path;
        _byteOrderMark = byteOrderMark;
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _lines = [.. Line.Split(text)];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="AepConfigurationException">The file does not exist.</exception>
    public static AepIniFile Load(string path)
    {
        if (!File.Exists(path))
            throw IniFileFaults.Missing(path);
        byte[] bytes = File.ReadAllBytes(path);
        bool mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        return new AepIniFile(path, Encoding.UTF8.GetString(bytes.AsSpan(mark ? Encoding.UTF8.Preamble.Length : 0)), mark);
    }

    /// <summary>The value of a key, or null where it is missing or empty.</summary>
    public string? Get(string section, string key)
    {
        int line = FindKey(section, key);
        string? value = line < 0 ? null : _lines[line].Text[(_lines[line].Text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        if (value is ['"', .., '"'])
            value = value[1..^1]; // as the configuration reads it
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The value of a key that a step cannot do without.</summary>
    /// <param name="section">Section, without brackets.</param>
    /// <param name="key">Key.</param>
    /// <param name="whereToFindIt">A sentence for the message: where a person finds the value, or which step writes it.</param>
    /// <exception cref="AepConfigurationException">
    /// The key is missing or empty; the message names key, file and <paramref name="whereToFindIt"/>.
    /// </exception>
    public string Require(string section, string key, string whereToFindIt) =>
        Get(section, key)
            ?? throw new AepConfigurationException($"The key {key} of section [{section}] in {Path} is missing or empty. {whereToFindIt}");

    /// <summary>Sets a value; a key or section that is not there yet is added.</summary>
    /// <exception cref="ArgumentException">The value holds a line break.</exception>
    public void Set(string section, string key, string value)
    {
        if (value.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException($"The value of {key} must be a single line.", nameof(value));
        int line = FindKey(section, key);
        if (line >= 0)
            _lines[line] =
                _lines[line] with { Text = _lines[line].Text[..(_lines[line].Text.IndexOf('=', StringComparison.Ordinal) + 1)] + value };
        else
            Insert(EndOf(section), $"{key}={value}");
    }

    /// <summary>Writes the file as one step: a crash leaves the old or the new content, never half of it.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        string temporary = $"{Path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteAsync(temporary, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, Path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File.GetUnixFileMode(Path); // the file may hold a secret: nobody more may read it, not even in between
        string text = string.Concat(_lines.Select(line => line.Text + line.Ending));
        var writer = new StreamWriter(path, new UTF8Encoding(_byteOrderMark), options);
        await using (writer.ConfigureAwait(false))
            await writer.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    private int FindKey(string section, string key)
    {
        for (int i = FindSection(section) + 1; i > 0 && i < _lines.Count && !IsSection(_lines[i].Text); i++)
        {
            if (KeyOf(_lines[i].Text) is { } found && found.Equals(key, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    private int FindSection(string section) =>
        _lines.FindIndex(line => line.Text.Trim().Equals($"[{section}]", StringComparison.OrdinalIgnoreCase));

    // Behind the section's last line that says something, so that blank lines between sections stay between them.
    private int EndOf(string section)
    {
        int start = FindSection(section);
        if (start < 0)
            return AppendSection(section);
        int end = start + 1;
        for (int i = start + 1; i < _lines.Count && !IsSection(_lines[i].Text); i++)
        {
            if (KeyOf(_lines[i].Text) is not null)
                end = i + 1;
        }
        return end;
    }

    private int AppendSection(string section)
    {
        if (_lines.Count > 0)
            Insert(_lines.Count, "");
        Insert(_lines.Count, $"[{section}]");
        return _lines.Count;
    }

    // Behind a last line that has no line end, that one gets it.
    private void Insert(int index, string text)
    {
        if (index > 0 && _lines[index - 1].Ending.Length == 0)
            _lines[index - 1] = _lines[index - 1] with { Ending = _newLine };
        _lines.Insert(index, new Line(text, _newLine));
    }

    private static bool IsSection(string line) => line.TrimStart().StartsWith('[');

    private static string? KeyOf(string line)
    {
        string text = line.TrimStart();
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 || text[0] is '#' or ';' or '/' ? null : text[..equals].TrimEnd();
    }

    private readonly record struct Line(string Text, string Ending)
    {
        public static IEnumerable<Line> Split(string text)
        {
            for (int start = 0, end; start < text.Length; start = end)
            {
                int feed = text.IndexOf('\n', start);
                end = feed < 0 ? text.Length : feed + 1;
                int length = feed < 0 ? end - start : feed - start - (feed > start && text[feed - 1] == '\r' ? 1 : 0);
                yield return new Line(text.Substring(start, length), text[(start + length)..end]);
            }
        }
    }
}
