namespace Microsoft.Extensions.Configuration;

/// <summary>Adds the INI file of the samples as a configuration source.</summary>
public static class AepConfigurationExtensions
{
    /// <summary>Reads <c>[Platform]</c>, <c>[Authentication]</c> and the other sections of an INI file.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static IConfigurationBuilder AddAepIniFile(this IConfigurationBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddIniFile(Path.GetFullPath(path), optional: false, reloadOnChange: false);
    }
}
