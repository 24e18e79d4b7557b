using Aep.Sdk;
using Aep.Sdk.Core.Configuration;

namespace Microsoft.Extensions.Configuration;

/// <summary>Adds the configuration files that users of Experience Platform have.</summary>
public static class AepConfigurationExtensions
{
    /// <summary>Reads <c>[Platform]</c>, <c>[Authentication]</c>, <c>[Credential]</c> and the other sections of an INI file.</summary>
    /// <exception cref="AepConfigurationException">
    /// When the configuration is built: the file does not exist, or a line of it cannot be read. The message does not quote the line.
    /// </exception>
    public static IConfigurationBuilder AddAepIniFile(this IConfigurationBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string file = Path.GetFullPath(path);
        return builder.AddIniFile(source =>
        {
            source.Path = file;
            source.Optional = false;
            source.OnLoadException = failed => throw IniFileFaults.Of(path, failed.Exception);
            source.ResolveFileProvider();
        });
    }

    /// <summary>
    /// Reads the JSON configuration file of the Python package aepp: <c>org_id</c>, <c>client_id</c>, <c>secret</c>, <c>scopes</c>,
    /// <c>sandbox-name</c>, <c>environment</c>.
    /// </summary>
    /// <exception cref="AepConfigurationException">The file does not exist or is no JSON object.</exception>
    public static IConfigurationBuilder AddAeppJsonFile(this IConfigurationBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddInMemoryCollection(AeppJsonFile.Read(path));
    }
}
