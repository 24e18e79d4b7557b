namespace Aep.Sdk;

/// <summary>The configuration is missing something; the message says which key, in which file, and where to find the value.</summary>
public sealed class AepConfigurationException(string message) : AepException(message);
